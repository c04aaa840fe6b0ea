/**
 * In a page of ours that stands in a frame: tells the page around it how high it is, now and whenever that changes, and
 * nothing else. Only who holds the frame is answered, at the origin that the browser says it has; and the browser shows us
 * only to the origins that `frame-ancestors` names.
 */
addEventListener('message', function asked({ source, origin, data }) {
  if (source !== parent || source === window || data !== 'height') return;
  removeEventListener('message', asked);
  const { body } = document;
  const tell = () => parent.postMessage(Math.ceil(body.getBoundingClientRect().height), origin);
  // At once: below the edge of the screen a browser draws no frame of another origin, and observes nothing in it.
  tell();
  new ResizeObserver(tell).observe(body);
});
