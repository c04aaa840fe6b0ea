import type { ComponentChildren } from 'preact';

type TileProps = {
  readonly name: string;
  readonly small?: string | undefined;
  /** A colour, which only repeats what the words say. */
  readonly tone?: string;
  readonly children: ComponentChildren;
};

/** One number to look at, with its name and what belongs to it; in a list of class `tiles`. */
export const Tile = ({ name, small, tone = '', children }: TileProps) => (
  <div class={`tile ${tone}`}>
    <dt>{name}</dt>
    <dd>
      <b>{children}</b>
      {small && <small>{small}</small>}
    </dd>
  </div>
);
