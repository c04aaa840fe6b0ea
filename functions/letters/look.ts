/** The letters' colours by day and by night; the accent is the broker's. Mail programs know no variables. */
export const day = { page: '#f2f4f3', paper: '#ffffff', ink: '#1c2526', soft: '#586465', line: '#dfe5e4' };
export const night = { page: '#0f1515', paper: '#182021', ink: '#e7ecec', soft: '#a3b0b0', line: '#303b3c' };
const alert = { paper: '#fdf3e1', edge: '#b4690e', nightPaper: '#33270f', nightEdge: '#e0a04a' };

const body =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
const mono = 'font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace';
/** Long addresses break rather than push the letter wider than the screen. */
const breaks = 'overflow-wrap:anywhere;word-break:break-word';

/** Styles in the elements themselves: many mail programs keep no others. By day without colours of the broker's. */
export const look = {
  page: `margin:0;padding:0;background-color:${day.page};color:${day.ink};${body}`,
  frame: 'padding:24px 12px',
  card: `width:100%;max-width:600px;margin:0 auto;border-collapse:separate;background-color:${day.paper};border-radius:8px`,
  inner: 'padding:28px 28px 32px',
  brand: `margin:0 0 20px;font-size:15px;font-weight:700;letter-spacing:0.01em`,
  footer: `width:100%;max-width:600px;margin:0 auto;font-size:13px;color:${day.soft}`,
  footerInner: 'padding:16px 28px 24px',
  first: `margin:0 0 24px;padding:12px 16px;background-color:${day.ink};color:#ffffff;border-radius:6px`,
  firstLine: 'margin:0;font-weight:700',
  firstBelow: 'margin:2px 0 0;font-size:14px',
  title: `margin:0 0 8px;font-size:24px;line-height:1.25;font-weight:700;${breaks}`,
  below: `margin:0 0 20px;font-size:16px;${breaks}`,
  heading: 'margin:32px 0 8px;font-size:17px;line-height:1.3;font-weight:700',
  paragraph: `margin:0 0 12px;${breaks}`,
  warning: `margin:0 0 16px;padding:12px 16px;background-color:${alert.paper};border-left:4px solid ${alert.edge};border-radius:0 6px 6px 0`,
  warningTitle: 'margin:0 0 4px;font-weight:700',
  points: 'margin:0 0 12px;padding:0 0 0 20px',
  point: `margin:0 0 4px;${breaks}`,
  steps: 'width:100%;margin:0 0 8px;border-collapse:collapse',
  number: 'width:28px;padding:0 0 10px;font-weight:700;vertical-align:top',
  step: `padding:0 0 10px;vertical-align:top;${breaks}`,
  typedLabel: `margin:20px 0 6px;color:${day.soft};font-size:14px`,
  typed: `margin:0 0 10px;padding:14px 16px;background-color:${day.page};border-radius:6px;${mono};font-size:20px;line-height:1.5;font-weight:700;${breaks}`,
  space: `white-space:pre-wrap;background-color:${day.line};border-bottom:3px solid ${day.soft}`,
  small: `margin:0 0 12px;color:${day.soft};font-size:14px`,
  rows: `width:100%;margin:0 0 16px;border-collapse:collapse;border-top:1px solid ${day.line}`,
  label: `width:34%;padding:7px 16px 7px 0;border-bottom:1px solid ${day.line};color:${day.soft};font-size:14px;font-weight:400;text-align:left;vertical-align:top`,
  cell: `padding:7px 0;border-bottom:1px solid ${day.line};vertical-align:top;${breaks}`,
  soft: `color:${day.soft};font-size:14px`,
  code: `${mono};font-size:15px`,
  quote: `margin:6px 0;padding:8px 14px;border-left:3px solid ${day.line};${breaks}`,
  link: `text-decoration:underline;${breaks}`,
  press: 'margin:4px 0 8px;border-collapse:separate;border-spacing:0',
  // Outlook on Windows knows no padding of links: what the link lacks there, the cell has.
  button: `background-color:${day.ink};border-radius:6px;text-align:center;mso-padding-alt:13px 22px`,
  buttonWords: 'display:inline-block;padding:13px 22px;color:#ffffff;font-weight:700;text-decoration:none',
  address: `margin:0 0 12px;color:${day.soft};font-size:12px;line-height:1.4;${breaks}`,
  whole: 'white-space:nowrap',
  phone: 'text-decoration:underline;white-space:nowrap',
} as const;

export type Accent = { readonly colour: string; /** Readable on it. */ readonly words: string };

/** What a style in an element cannot say: the broker's accent, the night, the small screen. */
export const sheet = (accent: { readonly day: Accent; readonly night: Accent }): string => `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.card{border-top:4px solid ${accent.day.colour}}
.brand,.link{color:${accent.day.colour}}
.button{background-color:${accent.day.colour} !important}
.button-words{color:${accent.day.words} !important}
@media (max-width:480px){
.press{width:100% !important}.button-words{display:block !important}
.frame{padding:0 !important}.card{border-radius:0 !important}.inner{padding:20px 18px 24px !important}.footer{padding:16px 18px 24px !important}
.rows th,.rows td{display:block !important;width:auto !important}
.rows th{padding:8px 0 0 !important;border-bottom:0 !important}.rows th+td{padding-top:0 !important}
}
@media (prefers-color-scheme:dark){
.page{background-color:${night.page} !important;color:${night.ink} !important}
.card{background-color:${night.paper} !important;border-top-color:${accent.night.colour} !important}
.brand,.link{color:${accent.night.colour} !important}
.button{background-color:${accent.night.colour} !important}
.button-words{color:${accent.night.words} !important}
.soft,.foot{color:${night.soft} !important}
.rows,.line,.quote{border-color:${night.line} !important}
.first{background-color:${night.line} !important}
.typed{background-color:${night.page} !important}
.space{background-color:${night.line} !important;border-color:${night.soft} !important}
.warning{background-color:${alert.nightPaper} !important;border-color:${alert.nightEdge} !important}
}`;
