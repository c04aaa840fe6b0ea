import { KeysHelp } from '../ui/keys-help.tsx';
import words from './text/en.json' with { type: 'json' };

export const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <KeysHelp
    title={words['keys.title']}
    onClose={onClose}
    help={[
      { keys: ['j', 'k'], does: words['keys.move'] },
      { keys: ['Enter'], does: words['keys.open'] },
      { keys: ['e'], does: words['keys.take'] },
      { keys: ['x'], does: words['keys.select'] },
      { keys: ['/'], does: words['keys.search'] },
      { keys: ['l'], does: words['keys.looked'] },
      { keys: ['?'], does: words['keys.help'] },
    ]}
  />
);
