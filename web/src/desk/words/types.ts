import type { Card } from '#domain/desk/card.ts';

/** The name of every request type, from its folder: a new type brings its own without a line here. Nothing else of its texts comes with it. */
const files = import.meta.glob<string>('../../../../functions/domain/requests/*/text/en.json', {
  eager: true,
  import: 'name',
});

/** Common texts are no type, and have no name. */
const names: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).flatMap(([path, name]) => (name ? [[path.split('/').at(-3) ?? '', name]] : [])),
);

export const isType = (type: string): type is Card['type'] => Object.hasOwn(names, type);
export const typeNames = Object.keys(names).filter(isType);

/** How the desk calls a type, the same on every page. */
export const typeName = (type: string): string => names[type] ?? type;
