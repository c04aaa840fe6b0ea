import { broker } from '../../../../broker.config.ts';
import { socialCard } from '../../build/social-card.ts';
import { languagePaths, type Locale } from '../../text/words.ts';

/** The picture beside a link to us, one for each language. */
export const getStaticPaths = () => languagePaths(broker.languages);

export const GET = async ({ props }: { props: { locale: Locale } }) =>
  new Response(new Uint8Array(await socialCard(props.locale)), { headers: { 'content-type': 'image/png' } });
