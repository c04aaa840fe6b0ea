import { broker } from '../../../../../../broker.config.ts';
import { requestTypeNames, type RequestTypeName } from '#domain/requests/registry.ts';
import { pageWords } from '../../../../form/page-words.ts';
import { languagePaths, type Locale } from '../../../../text/words.ts';

/** The words for everything that may go wrong in a form. A page asks for them when its reader touches the first question. */
export const getStaticPaths = () =>
  languagePaths(broker.languages).flatMap(({ params, props }) =>
    requestTypeNames.map((type) => ({ params: { ...params, type }, props: { ...props, type } })),
  );

export const GET = ({ props }: { props: { locale: Locale; type: RequestTypeName } }) =>
  Response.json(pageWords(props.type, props.locale));
