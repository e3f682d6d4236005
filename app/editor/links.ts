/** Links: where the words of a document may lead. Pure, for the editor, the gate and the converter alike. */
const protocols = ['http:', 'https:', 'mailto:', 'tel:']

/** A link may lead to a web address, a mail address, a telephone or a place of this site. Anything else is not a link. */
export function isSafeHref(href: string): boolean {
  if (/^[/#](?![/\\])/.test(href)) return true
  try {
    return protocols.includes(new URL(href).protocol)
  } catch {
    return false
  }
}
