import { UnifiedThemeOptions } from '@backstage/theme';

// Where Backstage lays pages out for telephones, too.
const NARROW = '@media (max-width: 599.95px)';

/**
 * Makes what Backstage draws of templates fit a telephone: the steps of a form and of
 * a run side by side, and in the review each title above its value.
 */
export const onTelephones: UnifiedThemeOptions['components'] = {
  MuiStepper: {
    styleOverrides: { root: { [NARROW]: { padding: '16px 4px' } } },
  },
  MuiStep: {
    styleOverrides: { horizontal: { [NARROW]: { paddingInline: 2 } } },
  },
  // A step of a run is a button, which is else wider than its step.
  MuiStepButton: {
    styleOverrides: {
      root: { [NARROW]: { width: '100%', marginInline: 0, paddingInline: 0 } },
    },
  },
  MuiStepLabel: {
    styleOverrides: { label: { [NARROW]: { fontSize: '0.75rem' } } },
  },
  BackstageMetadataTableTitleCell: {
    styleOverrides: {
      root: {
        [NARROW]: { display: 'block', whiteSpace: 'normal', paddingBottom: 4 },
      },
    },
  },
  BackstageMetadataTableCell: {
    styleOverrides: { root: { [NARROW]: { display: 'block' } } },
  },
  // A long value goes below its name, so that neither is broken for the other.
  BackstageMetadataTableListItem: {
    styleOverrides: { root: { [NARROW]: { flexWrap: 'wrap' } } },
  },
};
