import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { type GlyphImage, RING_NUMBER } from './glyph-images.ts';
import type { Item } from './item.ts';
import { type Points, ROW, shownRows } from './points.ts';
import type { Window } from './visible.ts';

export interface PointsLayer {
  layer: CustomLayerInterface;
  setPoints(points: Points): void;
  /** The pictures by the numbers that the rows carry; all of one size. Another colour scheme is other pictures. */
  setImages(images: readonly GlyphImage[]): void;
  /** `fresh`: what ended before this instant steps back. */
  draw(window: Window, fresh: number): void;
  /** Rings the chosen event, and lightly the one that is pointed at. */
  ring(chosen: Item | null, pointed: Item | null): void;
}

const COLUMNS = 8;
/** How much of an event that has stepped back is left. */
const OLD = 0.45;

/** The ring stands around a glyph. It stays a ring around the smallest. */
const RING_SIZE = 1.4;

/** So many glyphs are drawn at full size, and the smallest share of it. */
const MOST_FULL = 15_000;
const LEAST_GLYPH = 0.4;

const VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform vec2 u_pixel;
uniform float u_size, u_glyph, u_ended, u_fresh, u_ring;
in vec2 a_at, a_offset;
in float a_scale, a_icon, a_end;
flat out float v_icon, v_alpha;
void main() {
  v_icon = u_ring > 0.0 ? ${RING_NUMBER}.0 : a_icon;
  v_alpha = u_ring > 0.0 ? u_ring : a_end < u_fresh ? ${OLD} : 1.0;
  vec4 at = u_matrix * vec4(a_at, 0.0, 1.0);
  gl_Position = a_end < u_ended ? vec4(2.0, 2.0, 2.0, 1.0) : at + vec4(a_offset * a_scale * u_size * u_pixel * at.w, 0.0, 0.0);
  gl_PointSize = u_glyph * (u_ring > 0.0 ? ${RING_SIZE} * max(a_scale, 0.8) : a_scale) * u_size;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D u_atlas;
uniform vec2 u_cells;
flat in float v_icon, v_alpha;
out vec4 colour;
void main() {
  vec2 cell = vec2(mod(v_icon, u_cells.x), floor(v_icon / u_cells.x));
  colour = texture(u_atlas, (cell + gl_PointCoord) / u_cells) * v_alpha;
}`;

const ATTRIBUTES = [
  { name: 'a_at', size: 2, offset: 0 },
  { name: 'a_offset', size: 2, offset: 2 },
  { name: 'a_scale', size: 1, offset: 4 },
  { name: 'a_icon', size: 1, offset: 5 },
  { name: 'a_end', size: 1, offset: 6 },
];

/** A layer of glyphs for more events than the engine's own layers can filter in a frame: a drag costs two numbers and one call. */
export function createPointsLayer(map: MapLibre, sizeAt: (zoom: number) => number): PointsLayer {
  let points: Points | null = null;
  let images: readonly GlyphImage[] = [];
  let stale = { points: true, images: true };
  let shown = { count: 0, ended: 0, fresh: 0 };
  let rings: { index: number; strength: number }[] = [];
  let gl: Drawing | null = null;

  function render(context: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput) {
    const first = images[0]?.data;
    if (!gl || !points || !first) return;
    context.bindVertexArray(gl.array);
    if (stale.points) upload(context, gl.buffer, points.rows);
    context.activeTexture(context.TEXTURE0);
    context.bindTexture(context.TEXTURE_2D, gl.atlas);
    if (stale.images) paste(context, images);
    stale = { points: false, images: false };
    const { drawingBufferWidth: width, drawingBufferHeight: height } = context;
    const ratio = devicePixelRatio;
    context.useProgram(gl.program);
    const at = (name: string) => gl?.uniforms.get(name) ?? null;
    context.uniform1i(at('u_atlas'), 0);
    context.uniform2f(at('u_cells'), COLUMNS, Math.ceil(images.length / COLUMNS));
    context.uniform2f(at('u_pixel'), (2 * ratio) / width, (-2 * ratio) / height);
    context.uniform1f(at('u_size'), sizeAt(map.getZoom()));
    // Pictures have two pixels for one of the page.
    context.uniform1f(at('u_glyph'), (first.width / 2) * ratio * thinned(points.items.length));
    context.uniform1f(at('u_ended'), shown.ended);
    context.uniform1f(at('u_fresh'), shown.fresh);
    for (const world of worlds(map)) {
      const { x, y } = points.origin;
      context.uniformMatrix4fv(at('u_matrix'), false, moved(defaultProjectionData.mainMatrix, x + world, y));
      context.uniform1f(at('u_ring'), 0);
      context.drawArrays(context.POINTS, 0, shown.count);
      for (const { index, strength } of rings) {
        context.uniform1f(at('u_ring'), strength);
        context.drawArrays(context.POINTS, index, 1);
      }
    }
    context.bindVertexArray(null);
  }

  return {
    layer: {
      id: 'points',
      type: 'custom',
      renderingMode: '2d',
      onAdd(_, context) {
        gl = prepare(context);
        stale = { points: true, images: true };
      },
      onRemove(_, context) {
        if (gl) dispose(context, gl);
        gl = null;
      },
      render,
    },
    setPoints(next) {
      points = next;
      stale.points = true;
      shown = { ...shown, count: 0 };
      map.triggerRepaint();
    },
    setImages(next) {
      images = next;
      stale.images = true;
    },
    draw(window, fresh) {
      if (!points) return;
      const { count, ended } = shownRows(points, window);
      const next = { count, ended, fresh: shownRows(points, { from: fresh, to: fresh }).ended };
      if (next.count === shown.count && next.ended === shown.ended && next.fresh === shown.fresh) return;
      shown = next;
      map.triggerRepaint();
    },
    ring(chosen, pointed) {
      const next = [
        { item: pointed, strength: 0.5 },
        { item: chosen, strength: 1 },
      ].flatMap(({ item, strength }) => {
        const index = item ? (points?.numbers.get(item.id) ?? -1) : -1;
        return index === -1 ? [] : [{ index, strength }];
      });
      if (JSON.stringify(next) === JSON.stringify(rings)) return;
      rings = next;
      map.triggerRepaint();
    },
  };
}

/** The more there are, the smaller they are drawn: full glyphs would cover each other, and cost what nobody sees. */
function thinned(count: number): number {
  return Math.max(LEAST_GLYPH, Math.min(1, Math.sqrt(MOST_FULL / count)));
}

/** What lives on the graphics card. */
interface Drawing {
  program: WebGLProgram;
  uniforms: ReadonlyMap<string, WebGLUniformLocation | null>;
  array: WebGLVertexArrayObject;
  buffer: WebGLBuffer;
  atlas: WebGLTexture;
}

const UNIFORMS = ['u_matrix', 'u_pixel', 'u_size', 'u_glyph', 'u_ended', 'u_fresh', 'u_ring', 'u_atlas', 'u_cells'];

function prepare(gl: WebGL2RenderingContext): Drawing {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`the points cannot be drawn: ${gl.getProgramInfoLog(program)}`);
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (const { name, size, offset } of ATTRIBUTES) {
    const location = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, gl.FLOAT, false, ROW * 4, offset * 4);
  }
  gl.bindVertexArray(null);
  const uniforms = new Map(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)]));
  return { program, uniforms, array, buffer, atlas: gl.createTexture() };
}

function dispose(gl: WebGL2RenderingContext, { program, array, buffer, atlas }: Drawing) {
  gl.deleteProgram(program);
  gl.deleteVertexArray(array);
  gl.deleteBuffer(buffer);
  gl.deleteTexture(atlas);
}

function upload(gl: WebGL2RenderingContext, buffer: WebGLBuffer, rows: Float32Array) {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, rows, gl.STATIC_DRAW);
}

/** All pictures side by side, in cells of the size of the first, in the texture that is bound. */
function paste(gl: WebGL2RenderingContext, images: readonly GlyphImage[]) {
  const [width, height] = [images[0]?.data.width ?? 1, images[0]?.data.height ?? 1];
  const [canvas, one] = [document.createElement('canvas'), document.createElement('canvas')];
  canvas.width = width * COLUMNS;
  canvas.height = height * Math.ceil(images.length / COLUMNS);
  const sheet = canvas.getContext('2d');
  for (const [index, { data }] of images.entries()) {
    one.width = data.width;
    one.height = data.height;
    one.getContext('2d')?.putImageData(data, 0, 0);
    sheet?.drawImage(one, (index % COLUMNS) * width, Math.floor(index / COLUMNS) * height, width, height);
  }
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}

/** A column-major matrix after a shift along x and y, reckoned in doubles: the shift is what a float has no room for. */
function moved(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  const of = (index: number) => matrix[index] ?? 0;
  const shifted = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) shifted[12 + row] = of(row) * x + of(4 + row) * y + of(12 + row);
  return shifted;
}

/** The worlds beside the first that are in view, when the map is far out. */
function worlds(map: MapLibre): number[] {
  const bounds = map.getBounds();
  const [west, east] = [Math.floor((bounds.getWest() + 180) / 360), Math.floor((bounds.getEast() + 180) / 360)];
  return Array.from({ length: Math.min(5, east - west + 1) }, (_, index) => west + index);
}
