import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * The only accent colour: petrol, dark enough for text on white (7:1 at shade 7), light enough for text on dark at
 * shade 3.
 */
const petrol: MantineColorsTuple = [
  '#eaf5f6',
  '#d6e8ea',
  '#a9d1d5',
  '#7ab9bf',
  '#55a5ad',
  '#3d98a1',
  '#1f7a85',
  '#0b5f6c',
  '#094f5a',
  '#063c45',
]

/** Neutrals with a slight tint of the accent, so that light and dark match. */
const slate: MantineColorsTuple = [
  '#e6eaec',
  '#c9d1d5',
  '#a9b6bc',
  '#8b9aa2',
  '#5c6a72',
  '#414e56',
  '#303b42',
  '#222b31',
  '#1a2227',
  '#12181c',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark: slate },
  fontFamily: "'IBM Plex Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.25' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: { radius: 'md' },
      styles: {
        content: { backgroundColor: 'var(--kurs-raised)' },
        header: { backgroundColor: 'var(--kurs-raised)' },
        title: { fontWeight: 600 },
      },
    },
  },
})

/** Muted text that still has a contrast of 4.5:1 in both schemes; surfaces in three steps. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--kurs-radius': '6px' },
  light: {
    '--mantine-color-dimmed': '#56636a',
    '--mantine-color-error': '#a32020',
    '--mantine-color-placeholder': '#66747b',
    '--mantine-color-body': '#ffffff',
    '--kurs-surface': '#f5f7f8',
    '--kurs-raised': '#ffffff',
    '--kurs-line': '#dde3e6',
    '--kurs-ink': '#1b2429',
    '--kurs-accent-text': '#0b5f6c',
    '--kurs-good': '#1f6b3a',
    '--kurs-warn': '#8a4b00',
    '--kurs-bad': '#a32020',
    '--kurs-selected': '#e3f1f2',
  },
  dark: {
    '--mantine-color-dimmed': '#a3b1b8',
    '--mantine-color-error': '#f29a9a',
    '--mantine-color-placeholder': '#94a3ab',
    '--mantine-color-body': '#161d21',
    '--kurs-surface': '#11171a',
    '--kurs-raised': '#1d262b',
    '--kurs-line': '#303b42',
    '--kurs-ink': '#e3e9ec',
    '--kurs-accent-text': '#7cc7ce',
    '--kurs-good': '#7fd19b',
    '--kurs-warn': '#f0b46a',
    '--kurs-bad': '#f29a9a',
    '--kurs-selected': '#1d3a40',
  },
})
