import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { classes } from '#app/ui/classes.ts'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './intake.module.css'
import type { Answered } from './intake.server.ts'

type Values = Partial<Answered['values']>
type PaperFieldsProps = {
  values: Values
  scan: string | null
  versions: readonly number[]
  megabytes: number
  errorOf: (field: string) => string[]
}
type Words =
  | 'number'
  | 'day'
  | 'receivedDay'
  | 'event'
  | 'item'
  | 'name'
  | 'personNumber'
  | 'organisation'
  | 'post'

/** Where remarks are from, and whose they are. */
export function PaperFields({ values, scan, versions, megabytes, errorOf }: PaperFieldsProps) {
  const { reviewIntake, reviews } = useMessages()
  const words = reviewIntake.form
  const input = (name: Words) => ({ name, defaultValue: values[name], error: errorOf(name) })
  return (
    <>
      <Stack gap={3}>
        <h2>{words.source}</h2>
        <RadioGroup
          name="channel"
          legend={words.channel}
          inline
          defaultValue={values.channel ?? 'letter'}
          options={(['letter', 'email', 'session'] as const).map((value) => ({
            value,
            label: reviewIntake.channels[value],
          }))}
        />
        <div className={styles.pair}>
          <Field {...input('number')} label={words.number} hint={words.numberHint} />
          <Field {...input('day')} type="date" label={words.day} hint={words.dayHint} required />
          <Field
            {...input('receivedDay')}
            type="date"
            label={words.receivedDay}
            hint={words.receivedHint}
            required
          />
        </div>
        <div className={classes(styles.pair, styles.session)}>
          <Field {...input('event')} label={words.event} hint={words.eventHint} />
          <Field {...input('item')} label={words.item} />
        </div>
        {scan && <Notice>{words.kept(scan)}</Notice>}
        {values.scanUpload && <input type="hidden" name="scanUpload" value={values.scanUpload} />}
        <Field
          type="file"
          name="scan"
          accept=".pdf,.png,.jpg,.jpeg,.docx"
          label={words.scan}
          hint={words.scanHint(megabytes)}
          error={errorOf('scan')}
        />
        {versions.length > 1 ? (
          <Select
            name="version"
            label={words.version}
            defaultValue={String(values.version ?? versions[0])}
            options={versions.map((number) => ({ value: String(number), label: reviews.version(number) }))}
          />
        ) : (
          <input type="hidden" name="version" value={versions[0] ?? 1} />
        )}
      </Stack>
      <Stack gap={3}>
        <h2>{words.who}</h2>
        <div className={styles.pair}>
          <Field {...input('name')} label={words.name} hint={words.nameHint} required />
          <Field
            {...input('personNumber')}
            inputMode="numeric"
            label={words.personNumber}
            hint={words.personHint}
          />
        </div>
        <div className={styles.pair}>
          <Field {...input('organisation')} label={words.organisation} hint={words.organisationHint} />
          <Field {...input('post')} label={words.post} />
        </div>
        <Checkbox
          name="named"
          label={words.named}
          hint={words.namedHint}
          defaultChecked={values.named === 'on'}
        />
      </Stack>
    </>
  )
}
