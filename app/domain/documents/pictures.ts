/**
 * A picture in a DOCX that is another one in each paper, e.g. a QR code: the template holds a blank in its place, known
 * by its description. A template that somebody made without it stays as it is.
 */
import PizZip from 'pizzip'

/** The DOCX with the picture described as `description` replaced by this PNG. */
export function withPicture(bytes: Uint8Array, description: string, png: Uint8Array): Uint8Array {
  const zip = new PizZip(bytes)
  const body = zip.file('word/document.xml')?.asText() ?? ''
  const links = zip.file('word/_rels/document.xml.rels')?.asText() ?? ''
  const at = body.indexOf(`descr="${description}"`)
  const id = at < 0 ? null : /r:embed="([^"]+)"/.exec(body.slice(at))?.[1]
  const link = id ? links.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(`Id="${id}"`)) : null
  const target = /Target="(media\/[\w.-]+)"/.exec(link ?? '')?.[1]
  if (!target) return bytes
  zip.file(`word/${target}`, png, { binary: true })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
