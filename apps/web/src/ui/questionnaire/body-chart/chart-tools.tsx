import { MARKER_KINDS, type MarkerKind, STROKE_COLOURS, type StrokeColour, type StrokeTool } from '@keel/contracts';
import { Button, ColorSwatch, Group, NativeSelect, SegmentedControl, UnstyledButton } from '@mantine/core';
import { CheckIcon } from '../../icons.js';
import { STROKE_CSS } from './body-picture.js';
import { useWords } from '../../../i18n/words.js';
import { bodyWords } from './body-words.js';
import { useBodyNames } from './use-body-names.js';

export type Tool = 'marker' | StrokeTool;
const TOOLS: readonly Tool[] = ['marker', 'pen', 'shade'];

interface Props {
  tool: Tool;
  kind: MarkerKind;
  colour: StrokeColour;
  setTool: (tool: Tool) => void;
  setKind: (kind: MarkerKind) => void;
  setColour: (colour: StrokeColour) => void;
  canUndo: boolean;
  canClear: boolean;
  onUndo: () => void;
  onClear: () => void;
}

/** What the next touch of the picture does. */
export function ChartTools({ tool, kind, colour, setTool, setKind, setColour, canUndo, canClear, onUndo, onClear }: Props) {
  const t = useWords(bodyWords);
  const names = useBodyNames();
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('chart.tool')}
        value={tool}
        onChange={(chosen) => setTool(chosen as Tool)}
        data={TOOLS.map((value) => ({ value, label: t(`tool.${value}`) }))}
      />
      {tool === 'marker' ? (
        <NativeSelect
          size="xs"
          aria-label={t('chart.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as MarkerKind)}
          data={MARKER_KINDS.map((value) => ({ value, label: names.marker(value) }))}
        />
      ) : (
        <Group gap={6} role="radiogroup" aria-label={t('chart.colour')}>
          {STROKE_COLOURS.map((one) => (
            <UnstyledButton
              key={one}
              role="radio"
              aria-checked={one === colour}
              aria-label={t(`colour.${one}`)}
              title={t(`colour.${one}`)}
              onClick={() => setColour(one)}
            >
              <ColorSwatch color={STROKE_CSS[one]} size={26} c="light-dark(#fff, #1f2429)">
                {one === colour && <CheckIcon size={16} />}
              </ColorSwatch>
            </UnstyledButton>
          ))}
        </Group>
      )}
      <Button size="compact-sm" variant="default" disabled={!canUndo} onClick={onUndo}>
        {t('chart.undo')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={!canClear} onClick={onClear}>
        {t('chart.clear')}
      </Button>
    </Group>
  );
}
