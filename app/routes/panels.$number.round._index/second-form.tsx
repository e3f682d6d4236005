import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { secondFields } from '#app/domain/panels/rounds/second-form.ts'
import type { RoundCriterion } from '#app/domain/panels/rounds/view.server.ts'
import { Conflict, Outbox } from '#app/routes/sheets.$id._index/outbox.tsx'
import { useOutbox } from '#app/routes/sheets.$id._index/use-outbox.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { MarkList, useMark } from './criterion-marks.tsx'
import type { roundPage } from './page.server.ts'
import styles from './round.module.css'

/** For each criterion: keep the own mark, or give a second one with a reason. Saves itself as a sheet does. */
export function SecondForm() {
  const page = useLoaderData<typeof roundPage>()
  const words = useMessages().panels.rounds
  const reply = useActionData<SubmissionResult<string[]>>()
  const element = useRef<HTMLFormElement>(null)
  const path = `/panels/${page.panel.number}/round`
  const edition = page.round ? (page.own?.edition ?? 0) : 0
  const outbox = useOutbox(element, { address: `${path}/saving`, owner: String(page.writer), edition })
  if (!page.round) return null
  const typed = (reply?.initialValue ?? page.typed) as Record<string, string | undefined>
  const errors = Object.entries(reply?.error ?? {}).flatMap(([code, texts]) =>
    (texts ?? []).map((text) => (code === '' ? { text } : { text, field: secondFields(code).reason })),
  )
  return (
    <Form method="post" action={path} ref={element} noValidate>
      <Stack gap={3}>
        <input type="hidden" name="writer" value={page.writer} />
        <FormErrors errors={errors} />
        {page.criteria.map((criterion) => (
          <Criterion
            key={criterion.code}
            criterion={criterion}
            typed={typed}
            error={reply?.error?.[criterion.code] ?? undefined}
          />
        ))}
        <Conflict outbox={outbox} />
        <Outbox outbox={outbox} rest="" />
        <Row>
          <Button look="main" formAction={`${path}/sending`}>
            {words.send}
          </Button>
          <Button>{words.save}</Button>
        </Row>
        <p className={styles.hint}>{words.sendHint}</p>
      </Stack>
    </Form>
  )
}

type Props = { criterion: RoundCriterion; typed: Record<string, string | undefined>; error?: string[] }

function Criterion({ criterion, typed, error }: Props) {
  const words = useMessages().panels.rounds
  const said = useMark(criterion.scale)
  const names = secondFields(criterion.code)
  const own = criterion.marks.find((mark) => mark.own)
  const offered = criterion.scale.map((_, mark) => ({ value: String(mark), label: said(mark) }))
  const none = criterion.notApplicable ? [{ value: 'none', label: words.notApplicable }] : []
  return (
    <fieldset className={styles.criterion} aria-labelledby={`c-${criterion.code}`} lang="ru">
      <h2 id={`c-${criterion.code}`}>{criterion.title}</h2>
      <Stack gap={2}>
        <MarkList criterion={criterion} />
        <RadioGroup
          id={names.choice}
          name={names.choice}
          legend={words.choice}
          options={[{ value: 'keep', label: words.keep(said(own?.mark ?? null)) }, ...offered, ...none]}
          defaultValue={typed[names.choice]}
        />
        <TextArea
          id={names.reason}
          name={names.reason}
          label={words.why}
          hint={words.whyHint}
          rows={3}
          defaultValue={typed[names.reason]}
          error={error}
        />
      </Stack>
    </fieldset>
  )
}
