import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { notKept, useKeeping } from '#app/routes/drafts.$slug/keeping.ts'
import styles from '#app/routes/requests._index/requests.module.css'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { RequestChoices } from './form-page.server.ts'

type Names =
  | ('organisationId' | 'developerId' | 'process' | 'title' | 'kind' | 'ground' | 'explanatoryNote')
  | ('questions' | 'contact' | 'letterNumber' | 'letterDay' | 'file')
type RequestFormProps = {
  choices: RequestChoices
  typed: Partial<Record<Names, string>>
  submit: string
  /** what is typed is kept; not while an earlier request is amended */
  kept?: boolean
}

/** Passport and letter of a request. */
export function RequestForm({ choices, typed, submit, kept = false }: RequestFormProps) {
  const words = useMessages().reviewCourse.requests
  const server = useServerForm<Record<Names, string>>({
    process: choices.processes[0]?.value ?? '',
    organisationId: choices.organisations[0]?.value ?? '',
    developerId: choices.organisations[0]?.value ?? '',
    ...typed,
  })
  const place = useRef<HTMLDivElement>(null)
  const keeping = useKeeping(place, kept ? '/requests/unsent' : null, choices.writer)
  const told = notKept(keeping, useMessages().reviewRemark.form)
  return (
    <div ref={place}>
      <Form
        method="post"
        encType="multipart/form-data"
        {...server.form}
        onInput={kept ? keeping.noticed : undefined}
      >
        <Stack gap={6}>
          <input type="hidden" name="writer" value={choices.writer} />
          <FormErrors errors={server.errors} />
          <Asked choices={choices} server={server} />
          <Passport choices={choices} server={server} />
          <Letter megabytes={choices.megabytes} server={server} />
          <div role="status">{told && <Notice kind="warn">{told}</Notice>}</div>
          <div>
            <Button look="main" aria-busy={server.busy}>
              {submit}
            </Button>
            {kept && <p className={styles.quiet}>{words.kept}</p>}
          </div>
        </Stack>
      </Form>
    </div>
  )
}

type PartProps = { server: ReturnType<typeof useServerForm<Record<Names, string>>> }

function Asked({ choices, server }: PartProps & { choices: RequestChoices }) {
  const words = useMessages().reviewCourse.requests
  const { defaultValue: _process, ...process } = server.input('process')
  return (
    <Stack gap={3}>
      <RadioGroup
        {...process}
        legend={words.process}
        required
        options={choices.processes}
        defaultValue={server.value('process')}
      />
      <Select
        {...server.input('organisationId')}
        label={words.organisationField}
        required
        options={choices.organisations}
      />
    </Stack>
  )
}

function Passport({ choices, server: { input } }: PartProps & { choices: RequestChoices }) {
  const { reviewCourse, reviewWork } = useMessages()
  const words = reviewCourse.requests
  return (
    <Stack gap={3}>
      <h2>{reviewWork.passport}</h2>
      <TextArea {...input('title')} label={reviewWork.title} required rows={2} maxLength={400} />
      <Select {...input('kind')} label={reviewWork.kind} required options={choices.kinds} />
      <Select {...input('developerId')} label={words.developer} required options={choices.developers} />
      <TextArea
        {...input('ground')}
        label={reviewWork.ground}
        hint={reviewWork.groundHint}
        required
        rows={3}
      />
      <TextArea
        {...input('explanatoryNote')}
        label={reviewWork.explanatoryNote}
        hint={reviewWork.explanatoryNoteHint}
        required
        rows={5}
      />
      <TextArea {...input('questions')} label={words.questions} hint={words.questionsHint} rows={3} />
      <Field {...input('contact')} label={reviewWork.contact} hint={reviewWork.contactHint} required />
    </Stack>
  )
}

function Letter({ megabytes, server: { input } }: PartProps & { megabytes: number }) {
  const words = useMessages().reviewCourse.requests
  const { defaultValue: _file, ...file } = input('file')
  return (
    <Stack gap={3}>
      <h2>{words.letter}</h2>
      <Field {...input('letterNumber')} label={words.letterNumber} required width="short" maxLength={120} />
      <Field {...input('letterDay')} type="date" label={words.letterDay} required />
      <Field
        {...file}
        type="file"
        label={words.letterFile}
        hint={words.letterFileHint(megabytes)}
        accept=".pdf,.docx,.png,.jpg,.jpeg"
      />
    </Stack>
  )
}
