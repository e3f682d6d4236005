/** A paper as its page needs it: groups of fields with their values, what is left, the file. */
import { fieldsOf, groupsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { emptyFields, type Fields, type FieldValue } from '#app/domain/documents/fields.ts'
import type { paperOf } from '#app/domain/documents/paper-list.server.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { TemplateField, Templates } from '#content/types.ts'

export interface ShownField {
  name: string
  title: string
  hint: string
  kind: TemplateField['kind']
  required: boolean
  /** made from another field: suggested, then the author's */
  made: boolean
  columns: { name: string; title: string }[]
  value: FieldValue
}

export interface ShownGroup {
  code: string
  /** null: the paper's own fields */
  title: string | null
  fields: ShownField[]
}

export function shownPaper(
  { paper, file }: Awaited<ReturnType<typeof paperOf>>,
  templates: Templates,
  locale: Locale,
) {
  const kind = kindOf(templates, paper.templateCode)
  const values = paper.fields as Fields
  const groups = groupsOf(templates, kind).map(({ code, title, fields }): ShownGroup => {
    const typed = fields.filter(({ given }) => given !== 'number' && given !== 'day')
    return {
      code,
      title: code === kind.code ? null : title[locale],
      fields: typed.map((field) => shownField(field, values, locale)),
    }
  })
  const left = emptyFields(fieldsOf(templates, kind), values)
  return {
    ...{
      id: paper.id,
      title: kind.title[locale],
      number: paper.outgoingNumber,
      day: paper.outgoingDay,
      file,
    },
    groups: groups.filter(({ fields }) => fields.length > 0),
    left: left.map(({ name, title }) => ({ name, title: title[locale] })),
  }
}

function shownField(field: TemplateField, values: Fields, locale: Locale): ShownField {
  const { name, title, hint, kind, required, from, columns = [] } = field
  return {
    ...{ name, title: title[locale], hint: hint?.[locale] ?? '', kind, required, made: from !== undefined },
    columns: columns.map((column) => ({ name: column.name, title: column.title[locale] })),
    value: values[name] ?? (kind === 'rows' ? [] : ''),
  }
}
