import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

/** One green-teal; shade 8 carries white text at 5.3:1, shade 3 is readable on the dark background. */
const keel: MantineColorsTuple = [
  '#e9f8f3',
  '#d3efe6',
  '#a6dfcd',
  '#74cdb1',
  '#4bbf9a',
  '#31b68c',
  '#1fa67c',
  '#10906a',
  '#0a7a5f',
  '#07664f',
];

const FIELDS = [
  'TextInput',
  'PasswordInput',
  'Textarea',
  'NumberInput',
  'Select',
  'NativeSelect',
  'MultiSelect',
  'TagsInput',
  'Autocomplete',
  'Checkbox',
  'Radio',
  'Switch',
  'SegmentedControl',
];

export const theme = createTheme({
  primaryColor: 'keel',
  primaryShade: { light: 8, dark: 8 },
  colors: { keel },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  cursorType: 'pointer',
  components: {
    // French words are longer: a button grows instead of cutting them off.
    Button: Button.extend({
      styles: {
        root: {
          height: 'auto',
          minHeight: 'var(--button-height)',
          paddingBlock: 6,
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
        },
        // Mantine's line height of 1 cuts what hangs below the line.
        label: { whiteSpace: 'normal', textAlign: 'center', overflow: 'visible', lineHeight: 1.3 },
      },
    }),
  },
  respectReducedMotion: true,
});

/** What is held in the hand: each thing to press is 44 px wide and high, in the dialogs too, whatever size it asks for. */
const TOUCH = { minHeight: 'max(44px, var(--button-height))', minWidth: 44 };
export const touchTheme: MantineThemeOverride = {
  components: {
    Button: { styles: { root: TOUCH } },
    CloseButton: { defaultProps: { size: 44 } },
    Input: { styles: { input: { minHeight: 44 } } },
    PasswordInput: { styles: { visibilityToggle: { width: 44, height: 44 } }, defaultProps: { rightSectionWidth: 46 } },
  },
};

/** The staff's screens are denser than a patient's page: 14 px words and 32 px controls, by each component's own default. */
export const staffTheme: MantineThemeOverride = {
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    Alert: { defaultProps: { p: 'sm' } },
    // The page behind does not scroll by itself, and the lock would write a style that the policy forbids.
    Modal: {
      defaultProps: {
        radius: 'md',
        centered: false,
        yOffset: '8vh',
        overlayProps: { backgroundOpacity: 0.35 },
        lockScroll: false,
        // The head of a dialog is no second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true } },
    ...Object.fromEntries(FIELDS.map((name) => [name, { defaultProps: { size: 'sm' } }])),
  },
};

/** Mantine's own dimmed and placeholder greys fail AA; what cannot be changed now is still there to be read. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d565e',
    '--mantine-color-placeholder': '#636c74',
    '--mantine-color-disabled-color': '#5c646b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#07664f',
  },
  dark: {
    '--mantine-color-dimmed': '#b3b8bd',
    '--mantine-color-placeholder': '#9aa0a6',
    '--mantine-color-disabled-color': '#9aa0a6',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#74cdb1',
  },
});
