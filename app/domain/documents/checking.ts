/**
 * What a DOCX must not carry to become a template: code, parts fetched from elsewhere, embedded objects.
 *
 * Whoever fills the template opens the paper on their own computer, often without the care they take with mail.
 */
import type PizZip from 'pizzip'
import { Problem } from '#app/domain/problem.ts'

/** Throws a Problem at the field `file` when the document is not plain Word text. */
export function checkDocx(zip: PizZip): void {
  const parts = Object.keys(zip.files).filter((name) => !name.endsWith('/'))
  if (!parts.includes('word/document.xml') || !parts.includes('[Content_Types].xml')) refuse('file-type')
  for (const part of parts) {
    if (active.test(part)) refuse('template-active', part)
    if (!/\.(xml|rels)$/i.test(part)) continue
    const xml = zip.file(part)?.asText() ?? ''
    // Office never declares a document type; entities would be a bomb or a way to files.
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) refuse('template-active', part)
    if (/\.rels$/i.test(part)) checkRelations(xml)
    else checkPart(part, xml)
  }
}

const active = /(vbaProject|vbaData|\.bin$|activeX|embeddings\/|\.(exe|dll|js|vbs|ps1|cmd|bat|html?|mht)$)/i

function checkPart(part: string, xml: string) {
  if (part === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX|oleObject/i.test(xml))
    refuse('template-active', part)
  if (/<w:(altChunk|object|control|subDoc)\b/.test(xml)) refuse('template-active', part)
  // A field's code may be cut into several runs; what matters is its letters in order.
  const codes = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map((found) => found[1] ?? '').join('')
  const simple = [...xml.matchAll(/w:instr="([^"]*)"/g)].map((found) => found[1] ?? '').join(' ')
  if (
    /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|RD)\b/i.test(
      `${codes} ${simple}`,
    )
  )
    refuse('template-active', part)
}

/** A link for the reader to follow is harmless; all else that lies outside would be fetched when the paper opens. */
function checkRelations(xml: string) {
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(relation)) continue
    const link = /Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation)
    const target = /Target\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? ''
    if (!link || !/^(https?:|mailto:)/i.test(target)) refuse('template-external', target)
  }
}

function refuse(code: string, part = ''): never {
  throw new Problem(code, { part: part.slice(0, 120) }, 'file')
}
