import { useLoaderData } from '@remix-run/react'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { CriterionFields } from './criterion-fields.tsx'
import type { loader } from './route.tsx'
import { TypeFields } from './type-fields.tsx'
import { WhenFields } from './when-fields.tsx'

/** Words, limits and conditions of one question. */
export function QuestionForm() {
  const { page, question } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.compose
  const fields = useServerForm<Record<string, string>>(valuesOf(question))
  const { input, check } = fields
  return (
    <FieldForm
      of={fields}
      submit={words.save}
      beside={<LinkButton href={`/questionnaires/${page.number}/edit`}>{words.toList}</LinkButton>}
    >
      <input type="hidden" name="type" value={question.type} />
      <input type="hidden" name="seen" value={page.seen} />
      <TextArea
        label={question.type === 'section' ? words.sectionText : words.text}
        rows={2}
        required
        {...input('title')}
      />
      <TextArea label={words.hint} rows={2} {...input('hint')} />
      <TypeFields type={question.type} fields={fields} />
      {question.type !== 'section' && <Checkbox label={words.must} {...check('required')} />}
      {page.kind === 'sheet' && <CriterionFields type={question.type} fields={fields} />}
      <WhenFields />
    </FieldForm>
  )
}

/** A question as the fields of its form. */
function valuesOf(question: Question): Record<string, string> {
  const lines = (items: readonly { title: string }[] = []) => items.map(({ title }) => title).join('\n')
  const on = (value: boolean | undefined) => (value ? 'on' : '')
  const { hint = '', scale = [], least = '', highest = '', unit = '' } = question
  const of = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    ...{ title: question.title, hint, required: on(question.required), other: on(question.other) },
    ...{ options: lines(question.options), rows: lines(question.rows), columns: lines(question.columns) },
    ...{ scale: scale.join('\n'), least, highest, unit, line: on(question.line), most: of(question.most) },
    ...{ decimals: of(question.decimals), characters: of(question.characters) },
    megabytes: of(question.megabytes),
    ...criterionValues(question),
  }
}

/** What a question of an expert sheet says beside, as fields. */
function criterionValues({ weight, reasonRequired, reasonBelow, evidence, notApplicable }: Question) {
  return {
    weight: String(weight ?? 1),
    reasoned: reasonRequired ? 'always' : reasonBelow === undefined ? 'none' : 'below',
    reasonBelow: reasonBelow === undefined ? '' : String(reasonBelow),
    evidence: evidence ? 'on' : '',
    notApplicable: notApplicable ? 'on' : '',
  }
}
