import { Button, type ButtonProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.js';
import type { StepKey } from './steps.js';

interface Props extends ButtonProps {
  step: StepKey;
  'aria-label'?: string;
  children: ReactNode;
}

/** To where a step is done. */
export function StepLink({ step, children, ...props }: Props) {
  const there = step === 'appointment' ? { to: paths.schedule(), search: { book: {} } } : { to: paths.settingsSection(step), search: {} };
  return (
    <Button {...props} renderRoot={(root) => <Link {...there} {...root} />}>
      {children}
    </Button>
  );
}
