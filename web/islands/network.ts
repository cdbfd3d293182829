/**
 * Lets the picture of a network be moved and enlarged, and shows the neighbours of the document that is pointed at.
 *
 * Moving is a change of the viewBox. The wheel alone scrolls the page, as everywhere; with Ctrl, or when the picture has
 * the focus, it enlarges. Without scripts the picture stands whole in a box that scrolls.
 */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const STEP = 1.3;
const SMALLEST = 0.12;

export function startNetwork(root: Document): void {
  for (const figure of root.querySelectorAll<HTMLElement>('[data-network]')) {
    const svg = figure.querySelector('svg');
    const frame = figure.querySelector<HTMLElement>('.frame');
    if (svg === null || frame === null) continue;
    showMiddle(frame, svg);
    lightNeighbours(svg);
    letMove(figure, frame, svg);
  }
}

/** On a narrow screen the box shows a part only: the one around the document in the middle. */
function showMiddle(frame: HTMLElement, svg: SVGSVGElement): void {
  const middle = svg.querySelector('.middle')?.getBoundingClientRect();
  if (middle === undefined) return;
  const box = frame.getBoundingClientRect();
  frame.scrollLeft += middle.left - box.left - box.width / 2;
  frame.scrollTop += middle.top - box.top - box.height / 2;
}

function lightNeighbours(svg: SVGSVGElement): void {
  const light = (event: Event): void => {
    const isLeaving = event.type === 'focusout' || event.type === 'pointerleave';
    const at = event.target instanceof Element && !isLeaving ? event.target.closest('.node') : null;
    const node = at ?? svg.querySelector('.node:focus-visible');
    for (const lit of svg.querySelectorAll('.lit')) lit.classList.remove('lit');
    svg.classList.toggle('dim', node !== null);
    const n = node?.getAttribute('data-n') ?? null;
    if (node === null || n === null) return;
    node.classList.add('lit');
    for (const tie of svg.querySelectorAll(`[data-a="${n}"],[data-b="${n}"]`)) {
      tie.classList.add('lit');
      const other = tie.getAttribute(tie.getAttribute('data-a') === n ? 'data-b' : 'data-a');
      svg.querySelector(`[data-n="${other}"]`)?.classList.add('lit');
    }
  };
  for (const name of ['pointerover', 'pointerleave', 'focusin', 'focusout']) svg.addEventListener(name, light);
}

function letMove(figure: HTMLElement, frame: HTMLElement, svg: SVGSVGElement): void {
  const { width, height } = svg.viewBox.baseVal;
  const whole: Box = { x: 0, y: 0, w: width, h: height };
  let box = whole;
  const show = (next: Box): void => {
    const w = Math.min(Math.max(next.w, width * SMALLEST), width);
    const h = (w / width) * height;
    box = { x: clamp(next.x, 0, width - w), y: clamp(next.y, 0, height - h), w, h };
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.w} ${box.h}`);
    svg.classList.toggle('held', w < width);
  };
  /** Around a point of the window, or the middle of the picture. */
  const zoom = (factor: number, at?: { readonly clientX: number; readonly clientY: number }): void => {
    const seen = svg.getBoundingClientRect();
    const px = at === undefined ? 0.5 : (at.clientX - seen.left) / seen.width;
    const py = at === undefined ? 0.5 : (at.clientY - seen.top) / seen.height;
    const w = Math.min(Math.max(box.w / factor, width * SMALLEST), width);
    const h = (w / width) * height;
    show({ x: box.x + (box.w - w) * px, y: box.y + (box.h - h) * py, w, h });
  };
  const move = (dx: number, dy: number): void => show({ ...box, x: box.x + dx * box.w, y: box.y + dy * box.h });
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(STEP),
    '=': () => zoom(STEP),
    '-': () => zoom(1 / STEP),
    '0': () => show(whole),
    ArrowLeft: () => move(-0.15, 0),
    ArrowRight: () => move(0.15, 0),
    ArrowUp: () => move(0, -0.15),
    ArrowDown: () => move(0, 0.15),
  };
  svg.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith('Arrow') && box.w === width) return;
    event.preventDefault();
    act();
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !svg.matches(':focus-within')) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300), event);
    },
    { passive: false },
  );
  letDrag(svg, () => box, width, move, zoom);
  addButtons(figure, frame, [
    ['in', '+', () => zoom(STEP)],
    ['out', '−', () => zoom(1 / STEP)],
    ['whole', '⤢', () => show(whole)],
  ]);
}

/** One finger or the mouse moves what is enlarged, two fingers enlarge; a drag does not follow the link it began on. */
function letDrag(
  svg: SVGSVGElement,
  boxOf: () => Box,
  width: number,
  move: (dx: number, dy: number) => void,
  zoom: (factor: number, at: { readonly clientX: number; readonly clientY: number }) => void,
): void {
  const fingers = new Map<number, PointerEvent>();
  let way = 0;
  svg.addEventListener('pointerdown', (event) => {
    if (fingers.size === 0) way = 0;
    fingers.set(event.pointerId, event);
  });
  svg.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    fingers.set(event.pointerId, event);
    const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    const seen = svg.getBoundingClientRect();
    if (other !== undefined) zoom(spread(event, other) / Math.max(spread(before, other), 1), event);
    else if (boxOf().w < width) {
      move((before.clientX - event.clientX) / seen.width, (before.clientY - event.clientY) / seen.height);
    }
    way += Math.abs(before.clientX - event.clientX) + Math.abs(before.clientY - event.clientY);
  });
  const release = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) svg.addEventListener(name, release);
  svg.addEventListener('dragstart', (event) => event.preventDefault());
  svg.addEventListener('click', (event) => {
    if (way > 6) event.preventDefault();
    way = 0;
  });
}

function addButtons(
  figure: HTMLElement,
  frame: HTMLElement,
  rows: readonly (readonly [name: string, sign: string, act: () => void])[],
): void {
  const tools = figure.ownerDocument.createElement('div');
  tools.className = 'tools';
  for (const [name, sign, act] of rows) {
    const button = figure.ownerDocument.createElement('button');
    button.type = 'button';
    button.textContent = `${sign} ${figure.dataset[name] ?? ''}`;
    button.addEventListener('click', act);
    tools.append(button);
  }
  figure.insertBefore(tools, frame);
}

function spread(a: PointerEvent, b: PointerEvent): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}
