/** Pictures, text boxes and what only looks like words: charts, objects, shapes. */
import type { NodeJson } from '#app/editor/check.ts'
import type { Context } from './context.ts'
import type { Surroundings } from './inline.ts'
import { loss, sign } from './pieces.ts'
import { type El, inside, whole } from './xml.ts'

// 914 400 EMU an inch, 96 pixels an inch.
const EMU = 9525

/** The pieces of a drawing; its text boxes go to `around.boxes` and stand after the paragraph. */
export function drawn(el: El, ctx: Context, around: Surroundings): NodeJson[] {
  const boxes = inside(el, 'w:txbxContent')
  around.boxes.push(...boxes)
  const pieces = boxes.map(() => loss('textbox'))
  const shown = [
    ...inside(el, 'a:blip').map(({ attrs }) => attrs['r:embed']),
    ...inside(el, 'v:imagedata').map(({ attrs }) => attrs['r:id']),
  ]
  for (const id of shown) pieces.push(...pictureOf(el, ctx.image(id)))
  if (el.name === 'w:object') pieces.push(loss('object'))
  else if (shown.length === 0 && boxes.length === 0) pieces.push(loss('object'))
  return pieces
}

function pictureOf(el: El, file: string | null): NodeJson[] {
  if (file === null) return [loss('image')]
  const about = inside(el, 'wp:docPr')[0]?.attrs
  const extent = inside(el, 'wp:extent')[0]?.attrs
  const alt = (about?.descr ?? about?.title ?? '').replace(/\s+/g, ' ').trim().slice(0, 400)
  return [
    sign({
      type: '#image',
      attrs: { file, alt, width: pixels(extent?.cx), height: pixels(extent?.cy) },
    }),
  ]
}

function pixels(emu: string | undefined): number | null {
  const size = whole(emu)
  return size === undefined || size <= 0 ? null : Math.max(1, Math.min(Math.round(size / EMU), 4000))
}
