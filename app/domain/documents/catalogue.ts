/** The papers that content/templates.yaml describes: their fields, and the words their DOCX may name. Pure. */
import { Problem } from '#app/domain/problem.ts'
import type { TemplateField, TemplateKind, Templates } from '#content/types.ts'
import type { Placeholder } from './filling.server.ts'

export interface FieldGroup {
  code: string
  title: TemplateKind['title']
  fields: TemplateField[]
}

/** The template with this code; Problem('template-unknown') for any other. */
export function kindOf(templates: Templates, code: string): TemplateKind {
  const kind = templates.templates.find((template) => template.code === code)
  if (!kind) throw new Problem('template-unknown')
  return kind
}

/** Fields of a paper as its form shows them: the letterhead's and others' groups, the paper's own before the signature. */
export function groupsOf(templates: Templates, kind: TemplateKind): FieldGroup[] {
  const shared = kind.groups.flatMap((code) => templates.groups.find((group) => group.code === code) ?? [])
  const own = { code: kind.code, title: kind.title, fields: kind.fields }
  const at = shared.findIndex((group) => group.code === 'signatory')
  return at < 0 ? [...shared, own] : [...shared.slice(0, at), own, ...shared.slice(at)]
}

/** All fields of a paper in the order of its form. */
export function fieldsOf(templates: Templates, kind: TemplateKind): TemplateField[] {
  return groupsOf(templates, kind).flatMap((group) => group.fields)
}

/** Names in braces that this paper does not know, each once and with the name of its rows: `состав.оклад`. */
export function unknownWords(fields: readonly TemplateField[], found: readonly Placeholder[]): string[] {
  const known = new Map(fields.map((field) => [field.word, field]))
  const unknown = (list: readonly Placeholder[], rows: TemplateField | null): string[] =>
    list.flatMap(({ word, inside }) => {
      const field = known.get(word)
      const inRow = rows?.columns?.some((column) => column.word === word)
      const path = rows && !field && !inRow ? `${rows.word}.${word}` : word
      return [...(field || inRow ? [] : [path]), ...unknown(inside, field?.kind === 'rows' ? field : rows)]
    })
  return [...new Set(unknown(found, null))]
}
