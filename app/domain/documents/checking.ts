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
    if (!isReadable(xml)) refuse('template-active', part)
    if (/\.rels$/i.test(part)) checkRelations(xml)
    else checkPart(part, xml)
  }
}

const active = /(vbaProject|vbaData|\.bin$|activeX|embeddings\/|\.(exe|dll|js|vbs|ps1|cmd|bat|html?|mht)$)/i

/**
 * Read here as the office program will read it: in UTF-8, without document types and entities (a bomb, a way to files),
 * comments and CDATA (Office writes none; they cut words in two). No expression below looks past the next «<», so a
 * part of any size is read once.
 */
function isReadable(xml: string): boolean {
  return (
    !xml.includes('\0') &&
    !xml.includes('<!') &&
    !/^[^<]{0,9}<\?xml[^<>]*encoding\s*=\s*["'](?!utf-8)/i.test(xml)
  )
}

const inside = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*`
const tag = (names: string) => `<(?:[\\w.-]+:)?(?:${names})\\b`
const foreign = new RegExp(tag('altChunk|object|control|subDoc'))
const fieldCode = new RegExp(`${tag('instrText')}${inside}>([^<]*)<`, 'g')
const fieldTags = new RegExp(tag('instrText'), 'g')
const simpleField = /\binstr\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const running = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|RD)\b|&#/i

function checkPart(part: string, xml: string) {
  if (part === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX|oleObject/i.test(xml))
    refuse('template-active', part)
  if (foreign.test(xml)) refuse('template-active', part)
  // A field's code may be cut into several runs; what matters is its letters in order.
  const codes = [...xml.matchAll(fieldCode)].map((found) => found[1] ?? '')
  const simple = [...xml.matchAll(simpleField)].map((found) => found[1] ?? found[2] ?? '')
  const opened = xml.match(fieldTags)?.length ?? 0
  // An end tag begins with a slash, so each opening one must have given its code.
  if (opened !== codes.length || running.test(`${codes.join('')} ${simple.join(' ')}`))
    refuse('template-active', part)
}

const relationship = new RegExp(`${tag('Relationship')}${inside}>`, 'g')
const relationshipTags = new RegExp(tag('Relationship'), 'g')

/** A link for the reader to follow is harmless; all else that lies outside would be fetched when the paper opens. */
function checkRelations(xml: string) {
  const relations = xml.match(relationship) ?? []
  // A number in place of a letter hides a word from whoever reads it here.
  if (xml.includes('&#') || relations.length !== (xml.match(relationshipTags)?.length ?? 0))
    refuse('template-external')
  for (const relation of relations) {
    const [mode, type, target] = ['TargetMode', 'Type', 'Target'].map((name) => attributeOf(relation, name))
    const outside = (mode ?? 'Internal') !== 'Internal' || /^\s*([a-z][\w+.-]*:|[\\/]{2})/i.test(target ?? '')
    if (!outside) continue
    if (!type?.endsWith('/hyperlink') || !/^(https?:|mailto:)/i.test(target ?? ''))
      refuse('template-external', target)
  }
}

function attributeOf(element: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)
  return found?.[1] ?? found?.[2]
}

function refuse(code: string, part = ''): never {
  throw new Problem(code, { part: part.slice(0, 120) }, 'file')
}
