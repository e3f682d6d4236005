import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Qr } from '#app/ui/qr.tsx'
import styles from './card.module.css'
import type { expertPage } from './view.server.ts'

/** The way from a printed card to what the registry says today. */
export function CheckCode() {
  const { check, number } = useLoaderData<typeof expertPage>()
  const words = useMessages().experts.card.check
  return (
    <div className={styles.check}>
      <Qr {...check.qr} label={words.label} />
      <p>
        <Anchor href={`/check/experts/${number}`}>{words.link}</Anchor>
        <span className={styles.address}>{check.address}</span>
      </p>
    </div>
  )
}
