import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './outcome.module.css'
import type { OutcomeView } from './outcome.server.ts'

type EntryProps = { outcome?: OutcomeView['outcome']; ended?: OutcomeView['ended']; changed: number }

const tones = { approved: 'green', revision: 'amber', rejected: 'red' } as const

/** One entry: how it ended, by which act, and why. */
export function Entry({ outcome, ended, changed }: EntryProps) {
  const { reviewEnding: words } = useMessages()
  const format = useFormat()
  if (ended)
    return (
      <section className={styles.entry}>
        <p>
          <Tag tone="neutral">{words.ended[ended.kind]}</Tag>
        </p>
        <p className={styles.act}>{words.decided(format.day(ended.day))}</p>
        <Why label={words.reason} text={ended.reason} />
        <Why label={words.ground} text={ended.ground} />
      </section>
    )
  if (!outcome) return null
  const { kind, act, number, day, link, reason, correction, versionNumber, sha256 } = outcome
  return (
    <section className={styles.entry}>
      <p>
        <Tag tone={tones[kind]}>{words.kinds[kind]}</Tag>
      </p>
      <p className={styles.act}>
        {act !== '' && number !== ''
          ? words.act(act, number, format.day(day))
          : words.decided(format.day(day))}
      </p>
      {link && (
        <p>
          <Anchor href={link} rel="noopener nofollow">
            {words.link}
          </Anchor>
        </p>
      )}
      <Why label={kind === 'approved' ? words.remark : words.reason} text={reason} />
      <p className={styles.quiet}>
        {kind === 'approved' && !sha256
          ? words.asVersion(versionNumber)
          : changed > 0
            ? words.changed(changed)
            : words.version(versionNumber)}
      </p>
      {correction && <p className={styles.quiet}>{words.correction(correction)}</p>}
      {sha256 && (
        <p className={styles.quiet}>
          {words.hash}: <code>{sha256}</code>
        </p>
      )}
    </section>
  )
}

function Why({ label, text }: { label: string; text: string }) {
  return text === '' ? null : (
    <p className={styles.words}>
      {label}: {text}
    </p>
  )
}
