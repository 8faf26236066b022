import { CALENDAR_COLOURS, type CalendarColour } from '@keel/contracts';
import { Radio } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { colourWords } from './colour-words.js';
import classes from './colour-field.module.css';

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
  const known = Object.values<string>(CALENDAR_COLOURS).includes(value) || value === '';
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className={classes['colours']}>
        {none && <Radio value="" label={none} />}
        {Object.entries(CALENDAR_COLOURS).map(([name, colour]) => (
          <Swatch key={colour} colour={colour} name={t(name as CalendarColour)} />
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
