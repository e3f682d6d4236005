import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './return.module.css'

/** The file that a reviewer works in. */
export function Download({ slug, version }: { slug: string; version: number }) {
  const words = useMessages().reviewWord.take
  const address = `/drafts/${slug}/versions/${version}.docx`
  return (
    <section className={styles.step} aria-labelledby="take">
      <h2 id="take">{words.title}</h2>
      <p className={styles.links}>
        <FileLink href={address} kind="DOCX">
          {words.withRemarks}
        </FileLink>
        <FileLink href={`${address}?remarks=off`} kind="DOCX">
          {words.without}
        </FileLink>
      </p>
      <p className={styles.quiet}>{words.hint}</p>
    </section>
  )
}
