import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { type FetcherWithComponents, Form } from '@remix-run/react'
import { useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { notKept, useKeeping } from './keeping.ts'
import { MoreFields } from './more-fields.tsx'
import { type Chosen, PassageField } from './passage-field.tsx'
import styles from './remark-form.module.css'
import type { RemarkFormView } from './remark-view.ts'
import { Replacement } from './replacement.tsx'
import { tokensOf } from './words.ts'

type Fields = Record<
  | 'kind'
  | 'body'
  | 'way'
  | 'replacement'
  | 'grounds'
  | 'sources'
  | 'weight'
  | 'shownAs'
  | 'onBehalfOfId'
  | 'signatory'
  | 'scope'
  | 'fromWord'
  | 'toWord',
  string
>

type RemarkFormProps = {
  view: RemarkFormView
  lastResult?: SubmissionResult<string[]> | null
  /** the fetcher's form in a dialog, the page's form otherwise */
  as?: typeof Form | FetcherWithComponents<unknown>['Form']
  busy?: boolean
}

/** The form of a remark: the words it is about, its kind, its text, how to sign it. Everything typed survives a refusal. */
export function RemarkForm({ view, lastResult, as: Element = Form, busy }: RemarkFormProps) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  const [form, fields] = useForm<Fields>({
    id: 'remark',
    lastResult,
    defaultValue: view.unsent ?? view.defaults,
  })
  const [chosen, setChosen] = useState<Chosen>(() => chosenAtFirst(view, fields))
  const element = useRef<HTMLDivElement>(null)
  const kept = useKeeping(element, view.unsentAction, view.owner)
  const told = notKept(kept, words)
  return (
    <div ref={element}>
      <Element
        {...getFormProps(form)}
        method="post"
        encType="multipart/form-data"
        action={view.action}
        className={styles.form}
        onInput={kept.noticed}
      >
        <FormErrors errors={errorsOf(form.allErrors)} />
        <input type="hidden" name="writer" value={view.owner} />
        <input type="hidden" name="versionId" value={view.versionId} />
        <input type="hidden" name="fromBlock" value={view.passage.fromBlock} />
        <input type="hidden" name="toBlock" value={view.passage.toBlock} />
        <PassageField passage={view.passage} lang={view.lang} chosen={chosen} onChoose={setChosen} />
        <Kinds view={view} initial={fields.kind.initialValue} error={fields.kind.errors} />
        <Replacement
          before={wordsOf(view, chosen)}
          way={fields.way.initialValue}
          initial={fields.replacement.initialValue ?? ''}
          error={fields.replacement.errors}
          max={view.max}
        />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          error={fields.body.errors}
          defaultValue={fields.body.initialValue}
          maxLength={view.max}
        />
        <MoreFields view={view} fields={fields} error={form.allErrors.file} />
        <Signature view={view} fields={fields} />
        <div role="status">{told && <Notice kind="warn">{told}</Notice>}</div>
        <div className={styles.send}>
          <Button look="main" aria-busy={busy} disabled={busy}>
            {busy ? words.sending : words.send}
          </Button>
          <span role="status" className={styles.kept}>
            {kept.at && !kept.lost && !kept.ended ? words.kept : ''}
          </span>
        </div>
      </Element>
    </div>
  )
}

type Initial = { initialValue?: string; errors?: string[] }

function Kinds({ view, initial, error }: { view: RemarkFormView; initial?: string; error?: string[] }) {
  const { reviewRemark } = useMessages()
  return (
    <div className={styles.kinds}>
      <RadioGroup
        name="kind"
        legend={reviewRemark.form.kind}
        defaultValue={initial}
        error={error}
        required
        options={view.kinds.map(({ code, title, hint }) => ({ value: code, label: title, hint }))}
      />
    </div>
  )
}

function Signature({
  view,
  fields,
}: {
  view: RemarkFormView
  fields: Record<'weight' | 'shownAs' | 'onBehalfOfId' | 'signatory', Initial>
}) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  return (
    <Stack gap={3}>
      <Select
        name="weight"
        label={words.weight}
        defaultValue={fields.weight.initialValue ?? 'substantive'}
        error={fields.weight.errors}
        options={(['editorial', 'substantive', 'principal'] as const).map((value) => ({
          value,
          label: words.weights[value],
        }))}
      />
      <RadioGroup
        name="shownAs"
        legend={words.shownAs}
        hint={words.shownAsHint}
        defaultValue={fields.shownAs.initialValue ?? 'name'}
        error={fields.shownAs.errors}
        options={(['name', 'role', 'number'] as const).map((value) => ({ value, label: words.shown[value] }))}
      />
      {view.behalf.length > 0 && <Behalf view={view} fields={fields} />}
    </Stack>
  )
}

/** The position of an organisation for which one may speak; without a choice the remark is one's own. */
function Behalf({
  view,
  fields,
}: {
  view: RemarkFormView
  fields: Record<'onBehalfOfId' | 'signatory', Initial>
}) {
  const words = useMessages().reviewRemark.form
  return (
    <>
      <Select
        name="onBehalfOfId"
        label={words.onBehalf}
        defaultValue={fields.onBehalfOfId.initialValue ?? ''}
        error={fields.onBehalfOfId.errors}
      >
        <option value="">{words.self}</option>
        {view.behalf.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        name="signatory"
        label={words.signatory}
        hint={words.signatoryHint}
        error={fields.signatory.errors}
        defaultValue={fields.signatory.initialValue}
        maxLength={400}
      />
    </>
  )
}

/** The words in question as they will be quoted. */
function wordsOf(view: RemarkFormView, chosen: Chosen): string {
  const { passage } = view
  if (passage.quote !== null) return passage.quote
  if (chosen.scope === 'whole') return passage.text
  const tokens = tokensOf(passage.text)
  const [first, last] = [tokens[chosen.first - 1], tokens[chosen.last - 1]]
  return first && last && last.to > first.from ? passage.text.slice(first.from, last.to) : ''
}

function chosenAtFirst(
  view: RemarkFormView,
  fields: Record<'scope' | 'fromWord' | 'toWord', Initial>,
): Chosen {
  const { first, last, whole } = view.passage
  return {
    scope:
      fields.scope.initialValue === 'phrase' || (!fields.scope.initialValue && !whole) ? 'phrase' : 'whole',
    first: Number(fields.fromWord.initialValue) || first,
    last: Number(fields.toWord.initialValue) || last,
  }
}

function errorsOf(all: Record<string, string[]>) {
  return Object.entries(all).flatMap(([field, texts]) =>
    texts.map((text) => ({ text, field: field === '' ? undefined : `f-${field}` })),
  )
}
