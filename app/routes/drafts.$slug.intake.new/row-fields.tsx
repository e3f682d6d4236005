import { remarkKindCodes } from '#app/routes/drafts.$slug/views.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './intake.module.css'
import type { RowView } from './intake.server.ts'

type RowFieldsProps = { row: Partial<RowView>; at: number; errorOf: (field: string) => string[] }

/** One remark of a paper with the place that was found for it. */
export function RowFields({ row, at, errorOf }: RowFieldsProps) {
  const { reviewIntake, reviews } = useMessages()
  const words = reviewIntake.form
  const name = (field: string) => `rows[${at}].${field}`
  const input = (field: 'point' | 'remark' | 'proposal' | 'grounds') => ({
    name: name(field),
    defaultValue: row[field],
    error: errorOf(name(field)),
  })
  return (
    <fieldset className={styles.row}>
      <legend>{words.row(at + 1)}</legend>
      <Stack gap={2}>
        <input type="hidden" name={name('seen')} value={row.seen ?? ''} />
        <div className={styles.pair}>
          <Field {...input('point')} label={words.point} hint={at === 0 ? words.pointHint : undefined} />
          <Place row={row} name={name('place')} error={errorOf(name('place'))} />
          <Select
            name={name('kind')}
            label={words.kind}
            defaultValue={row.kind ?? 'criticism'}
            options={remarkKindCodes.map((value) => ({ value, label: reviews.kinds[value] }))}
          />
        </div>
        <Passage row={row} />
        <TextArea {...input('remark')} label={words.remark} rows={3} />
        <TextArea {...input('proposal')} label={words.proposal} rows={2} />
        <Checkbox
          name={name('wording')}
          label={words.wording}
          hint={at === 0 ? words.wordingHint : undefined}
          defaultChecked={row.wording === 'on'}
        />
        <TextArea {...input('grounds')} label={words.grounds} rows={2} />
      </Stack>
    </fieldset>
  )
}

function Place({ row, name, error }: { row: Partial<RowView>; name: string; error: string[] }) {
  const words = useMessages().reviewIntake.form
  const { offered } = row
  const hint = offered?.found === 'several' && row.place === '' ? words.several : undefined
  const lost = offered?.found === 'nothing' && row.place === '' && row.point ? [words.nothing] : error
  return (
    <Select
      name={name}
      label={words.place}
      hint={hint}
      error={lost}
      defaultValue={row.place ?? ''}
      options={[
        { value: '', label: words.find },
        ...(offered?.units ?? []).map(({ blockId, address }) => ({ value: blockId, label: address })),
        { value: 'document', label: words.document },
      ]}
    />
  )
}

/** The words of the place that was found, so that nobody saves a remark on the wrong one. */
function Passage({ row }: { row: Partial<RowView> }) {
  const units = row.offered?.units.filter(({ blockId }) => row.place === '' || blockId === row.place) ?? []
  if (row.place === 'document' || units.length === 0) return null
  return (
    <>
      {units.map(({ blockId, address, words }) => (
        <p key={blockId} className={styles.passage}>
          <strong>{address}</strong> {words}
        </p>
      ))}
    </>
  )
}
