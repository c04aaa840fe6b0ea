import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How wide an element is, in pixels: a chart is drawn for its place, so that its words keep their size on a phone. */
export function useWidth(of: RefObject<Element | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const watcher = new ResizeObserver((entries) => {
      for (const { contentRect } of entries) setWidth(Math.max(240, Math.round(contentRect.width)));
    });
    if (of.current) watcher.observe(of.current);
    return () => watcher.disconnect();
  }, []);
  return width;
}
