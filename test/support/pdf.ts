/** Reading a PDF back in tests, as a search in the file would. */
import { inflateSync } from 'node:zlib'

/** All streams of the file, inflated, one after another, and the file itself without them. */
export function streamsOf(pdf: Buffer): string {
  const parts: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Fonts and the trailer are no deflated text.
    }
  }
  return parts.join('\n')
}

/** Words of the page read back through the fonts' maps to Unicode, as a search in the file would. */
export function wordsOf(streams: string): string {
  const maps = [...streams.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].map(([, body = '']) => {
    const codes = new Map<number, string>()
    for (const [, from = '', , list = ''] of body.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
      for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
        const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? []
        codes.set(
          Number.parseInt(from, 16) + at,
          String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
        )
      }
    }
    return codes
  })
  const shown = [...streams.matchAll(/\[([^\]]*)\] TJ/g)].map(([, body = '']) =>
    [...body.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
  )
  // One font after another: lines of a paragraph stay together, whatever the other fonts make of them.
  return maps
    .map((codes) =>
      shown
        .map((glyphs) => glyphs.map((glyph) => codes.get(Number.parseInt(glyph, 16)) ?? '').join(''))
        .join('\n'),
    )
    .join('\u0000')
}
