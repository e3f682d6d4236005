import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import styles from './draft.module.css'

interface HeadView {
  title: string
  firstDay: string | null
  revision: number
  document: { code: string } | null
  documents: readonly { code: string; title: string }[]
}

/** What the list says of itself: its title, the document that approves it, the day from which it holds. */
export function HeadForm({ view }: { view: HeadView }) {
  const words = useMessages().directionLists
  const of = useServerForm<Record<'title' | 'document' | 'firstDay', string>>({
    title: view.title,
    document: view.document?.code ?? '',
    firstDay: view.firstDay ?? '',
  })
  return (
    <section className={styles.head}>
      <SectionHead title={words.head} />
      <FieldForm of={of} submit={words.saveHead}>
        <input type="hidden" name="seen" value={view.revision} />
        <Field label={words.name} required {...of.input('title')} />
        <Field label={words.document} hint={words.documentHint} list="documents" {...of.input('document')} />
        <datalist id="documents">
          {view.documents.map(({ code, title }) => (
            <option key={code} value={code} label={title} />
          ))}
        </datalist>
        <Field label={words.firstDay} hint={words.firstDayHint} type="date" {...of.input('firstDay')} />
      </FieldForm>
    </section>
  )
}
