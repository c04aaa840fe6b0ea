import { WordsForm } from './words-form.tsx';

/** What stops a case, what keeps it, and what an earlier contact did not get: each with its reason. */
export const FreezeForm = () => (
  <WordsForm
    form="freeze"
    move="freeze"
    max={500}
    title="freeze.title"
    label="freeze.label"
    hint="freeze.hint"
    send="freeze.send"
    danger
    made={(reason) => ({ move: 'freeze', reason })}
  />
);

export const UnfreezeForm = () => (
  <WordsForm
    form="unfreeze"
    move="unfreeze"
    max={1000}
    title="unfreeze.title"
    label="unfreeze.label"
    hint="unfreeze.hint"
    send="unfreeze.send"
    made={(reason) => ({ move: 'unfreeze', reason })}
  />
);

export const LegalHoldForm = () => (
  <WordsForm
    form="legal-hold"
    move="legal-hold"
    max={1000}
    title="legal-hold.title"
    label="legal-hold.label"
    hint="legal-hold.hint"
    send="legal-hold.send"
    made={(reason) => ({ move: 'legal-hold', reason })}
  />
);

export const EndLegalHoldForm = () => (
  <WordsForm
    form="end-legal-hold"
    move="end-legal-hold"
    max={1000}
    title="end-legal-hold.title"
    label="end-legal-hold.label"
    hint="end-legal-hold.hint"
    send="end-legal-hold.send"
    made={(reason) => ({ move: 'end-legal-hold', reason })}
  />
);

export const CameBackForm = ({ telling }: { readonly telling: string }) => (
  <WordsForm
    form={`came-back:${telling}`}
    move="came-back"
    max={1000}
    title="came-back.title"
    label="came-back.label"
    hint="came-back.hint"
    send="came-back.send"
    optional
    made={(note) => ({ move: 'came-back', telling, ...(note !== '' && { note }) })}
  />
);
