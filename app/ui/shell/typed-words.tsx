import { LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import styles from './typed-words.module.css'

export type Typed = {
  fields: readonly { label: string; text: string }[]
  cut: boolean
  /** where the form stood: one comes back there */
  page: string
}

type Props = { typed: Typed; confined?: boolean }

/**
 * The words of somebody whose session had ended before the form was sent, or who by then owed a second factor: to be
 * copied, and the way to sign in again, or to enrol.
 */
export function TypedWords({ typed, confined = false }: Props) {
  const { typed: words, shell } = useMessages()
  const { fields, cut, page } = typed
  const { title, lead, leadEmpty } = confined ? words.confined : words
  const door = confined ? '/cabinet/second-factor' : '/signin'
  return (
    <Page width="text">
      <PageHead title={title} lead={fields.length > 0 ? lead : leadEmpty} />
      <Stack gap={3}>
        {fields.map(({ label, text }, index) => (
          <TextArea
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            key={index}
            id={`typed-${index}`}
            name={`typed-${index}`}
            label={label}
            className={styles.words}
            rows={linesOf(text)}
            defaultValue={text}
            readOnly
          />
        ))}
        {cut && <Notice kind="warn">{words.cut}</Notice>}
        <div className={styles.door} data-print="off">
          {/* In a tab of its own: here the words stay until they are copied. */}
          <LinkButton
            look="main"
            target="_blank"
            rel="noopener"
            href={`${door}?next=${encodeURIComponent(page)}`}
          >
            {confined ? words.confined.open : shell.signIn}
          </LinkButton>
          <p>{confined ? words.confined.door : words.door}</p>
        </div>
      </Stack>
    </Page>
  )
}

/** Where a field cannot grow with its text, it has the lines that the text needs. */
function linesOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 70), 0)
  return Math.min(400, Math.max(2, lines))
}
