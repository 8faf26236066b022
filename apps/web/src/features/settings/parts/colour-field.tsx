import { Radio } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { colourWords } from './colour-words.js';
import classes from './colour-field.module.css';

/** Told apart at a glance on the schedule, in light and dark. */
const COLOURS = {
  green: '#0b7a63',
  blue: '#2f6fb2',
  plum: '#a0528a',
  ochre: '#b27a1d',
  violet: '#5b55c4',
  teal: '#1d7f94',
  brick: '#b04a3d',
  olive: '#5f7d2a',
  brown: '#7a5a3c',
  slate: '#4b5563',
} as const;
type Colour = keyof typeof COLOURS;

interface Props {
  label: string;
  /** What no colour of its own means, where that is possible. */
  none?: string;
  value?: string;
  onChange?: (colour: string) => void;
}

/** One of ten colours by name; a colour that a program gave stays until another is chosen. */
export function ColourField({ label, none, value = '', onChange }: Props) {
  const t = useWords(colourWords);
  const known = Object.values<string>(COLOURS).includes(value) || value === '';
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className={classes['colours']}>
        {none && <Radio value="" label={none} />}
        {Object.entries(COLOURS).map(([name, colour]) => (
          <Swatch key={colour} colour={colour} name={t(name as Colour)} />
        ))}
        {!known && <Swatch colour={value} name={value} />}
      </div>
    </Radio.Group>
  );
}

function Swatch({ colour, name }: { colour: string; name: string }) {
  return (
    <Radio
      value={colour}
      label={
        <span className={classes['swatch']}>
          <span style={{ background: colour }} aria-hidden />
          {name}
        </span>
      }
    />
  );
}
