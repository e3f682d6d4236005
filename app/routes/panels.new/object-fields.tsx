import { useLoaderData } from '@remix-run/react'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'
import type { requestPage } from './load.server.ts'
import styles from './request.module.css'
import type { Defaults } from './request-fields.tsx'

type Server = Pick<ReturnType<typeof useServerForm<Defaults>>, 'input' | 'check' | 'value'>
const kinds = ['draft', 'system', 'files'] as const

/** What is to be judged: a draft, an information system, or a set of files. The style sheet shows the fields of the kind. */
export function ObjectFields({ server: { input, check, value } }: { server: Server }) {
  const { drafts, organisations } = useLoaderData<typeof requestPage>()
  const words = useMessages().panels.request
  const options = kinds.map((kind) => ({
    value: kind,
    label: words.kinds[kind],
    hint: words.kindHints[kind],
    disabled: kind === 'draft' && drafts.length === 0,
  }))
  return (
    <>
      <RadioGroup
        name="objectKind"
        legend={words.object}
        options={options}
        defaultValue={value('objectKind')}
        error={input('objectKind').error}
      />
      {drafts.length > 0 && (
        <div className={styles.ofDraft}>
          <Select label={words.draft} options={drafts} {...input('draftId')} />
        </div>
      )}
      <div className={styles.ofOthers}>
        <Field label={words.subject} hint={words.subjectHint} maxLength={400} {...input('subject')} />
        <div className={styles.ofSystem}>
          <Field
            label={words.address}
            hint={words.addressHint}
            type="url"
            maxLength={500}
            {...input('subjectAddress')}
          />
        </div>
        <Field label={words.owner} hint={words.ownerHint} maxLength={400} {...input('owner')} />
        {organisations.length > 1 && (
          <Select label={words.organisation} options={organisations} {...input('organisationId')} />
        )}
        <Checkbox label={words.closed} hint={words.closedHint} {...check('closed')} />
      </div>
      <RadioGroup
        name="resultKind"
        legend={words.result}
        inline
        options={(['conclusion', 'inspection'] as const).map((kind) => ({
          value: kind,
          label: words.results[kind],
        }))}
        defaultValue={value('resultKind')}
        error={input('resultKind').error}
      />
    </>
  )
}
