/** How wide the band with a lane's name is. */
export const BAND = 30;

/** The file's own margin at the left and top, repeated at the right and bottom. */
const MARGIN = 10;

/** What is left free around a round. */
const AIR = 24;

const LANES = new Set(['participant', 'lane']);

/** The last clause of each round (QT.TTĐN.03, 6.2.1–6.2.13); a step's id carries its clause. */
const LAST = [4, 8, 13];

/** The round that a step of the plan's process belongs to; 0 for any other shape. */
export function roundOf({ id }) {
  const clause = /^s6_2_(\d+)_/.exec(id);
  return clause ? LAST.findIndex((last) => Number(clause[1]) <= last) + 1 : 0;
}

/**
 * What of a drawing is shown: its box, and the lanes, shapes and arrows in it.
 *
 * @param round 1 to 3; 0 shows the whole
 */
export function frame(picture, round) {
  const lanes = picture.shapes.filter((shape) => LANES.has(shape.type));
  const shapes = picture.shapes.filter((shape) => !LANES.has(shape.type));
  if (round === 0) {
    const box = { x: 0, y: 0, width: picture.width + MARGIN, height: picture.height + MARGIN };
    return { box, lanes, shapes, arrows: picture.arrows };
  }
  return ofRound(picture.arrows, lanes, shapes, round);
}

/**
 * The round of every shape: a gateway or an event is of the round that leads to it, one that nothing
 * leads to of the first that it leads to itself.
 */
function rounds(shapes, arrows) {
  const known = new Map(shapes.map((shape) => [shape.id, roundOf(shape)]));
  const spread = (from, to, pick) => {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { id } of shapes) {
        const near = arrows
          .filter((arrow) => arrow[to] === id)
          .map((arrow) => known.get(arrow[from]) ?? 0)
          .filter((round) => round > 0);
        if (known.get(id) === 0 && near.length > 0) {
          known.set(id, pick(...near));
          changed = true;
        }
      }
    }
  };
  spread('from', 'to', Math.max);
  spread('to', 'from', Math.min);
  return known;
}

/**
 * A round with what leads into it and out of it. Lanes are cut to the box, so that their names stand
 * at its left edge wherever the file has drawn them; those that the round has nothing in are left
 * out.
 */
function ofRound(allArrows, allLanes, allShapes, round) {
  const of = rounds(allShapes, allArrows);
  const inside = (id) => of.get(id) === round;
  const shapes = allShapes.filter((shape) => inside(shape.id));
  const arrows = allArrows.filter((arrow) => inside(arrow.from) || inside(arrow.to));
  const around = bounds([
    ...shapes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...arrows
      .filter((arrow) => inside(arrow.from) && inside(arrow.to))
      .flatMap((arrow) => arrow.points),
  ]);
  const box = {
    x: around.x - AIR - BAND,
    y: around.y - AIR,
    width: around.width + 2 * AIR + BAND,
    height: around.height + 2 * AIR,
  };
  const lanes = allLanes
    .filter((lane) => lane.type === 'lane')
    .filter((lane) => shapes.some((shape) => holds(lane, shape)))
    .map((lane) => cut(lane, box));
  return { box, lanes, shapes, arrows };
}

function bounds(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function holds(lane, { x, y, width, height }) {
  const cx = x + width / 2;
  const cy = y + height / 2;
  return cx >= lane.x && cx <= lane.x + lane.width && cy >= lane.y && cy <= lane.y + lane.height;
}

function cut(lane, box) {
  const x = Math.max(lane.x, box.x);
  const y = Math.max(lane.y, box.y);
  return {
    ...lane,
    x,
    y,
    width: Math.min(lane.x + lane.width, box.x + box.width) - x,
    height: Math.min(lane.y + lane.height, box.y + box.height) - y,
  };
}
