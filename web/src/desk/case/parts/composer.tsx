import type { FunctionComponent } from 'preact';
import { AskForm } from '../moves/ask-form.tsx';
import { CloseForm, DeclineForm } from '../moves/end-forms.tsx';
import { EndLegalHoldForm, FreezeForm, LegalHoldForm } from '../moves/guard-forms.tsx';
import { EraseForm, PowerEndedForm } from '../moves/keep-forms.tsx';
import { ConvertForm, FlagForm, HandOverForm, NoteForm, ReopenForm } from '../moves/short-forms.tsx';
import { useDesk } from '../state/context.ts';

/** Forms that open here. Checks, flags, a freeze and the answer open theirs where they stand. */
const forms: Readonly<Record<string, FunctionComponent>> = {
  ask: AskForm,
  note: NoteForm,
  'hand-over': HandOverForm,
  flag: FlagForm,
  convert: ConvertForm,
  decline: DeclineForm,
  close: CloseForm,
  reopen: ReopenForm,
  freeze: FreezeForm,
  'legal-hold': LegalHoldForm,
  'end-legal-hold': EndLegalHoldForm,
  'power-ended': PowerEndedForm,
  erase: EraseForm,
};

/** The form of a move from the bar, above the steps: the case stays in sight while somebody writes. */
export function Composer() {
  const { open } = useDesk();
  const Form = open === undefined ? undefined : forms[open];
  return Form ? <Form key={open} /> : null;
}
