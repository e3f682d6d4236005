import { useMessages } from '#app/ui/messages.tsx'
import { Time } from '#app/ui/time.tsx'
import { useAround } from './around.ts'
import styles from './errata.module.css'

/** «Исправлена техническая ошибка»: told beside the words, which stay as they were published. */
export function Errata({ of }: { of: string }) {
  const { errata } = useAround()
  const words = useMessages().reviews.draft
  const own = errata.filter(({ blockId }) => blockId === of)
  return own.map((one) => (
    <p key={`${one.before}-${String(one.madeAt)}`} className={styles.erratum}>
      <Time value={one.madeAt} as="dayDigits" /> {words.erratum}: <del>{one.before}</del>, {words.shouldRead}{' '}
      <ins>{one.after}</ins>. {one.reason}
    </p>
  ))
}
