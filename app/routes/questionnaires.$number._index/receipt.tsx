import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { answerPage } from './page.server.ts'
import styles from './questionnaire.module.css'

/** That the answer is in: when and under which hash, or that nothing joins it to the visitor. */
export function Receipt() {
  const { receipt, anonymous, number } = useLoaderData<typeof answerPage>()
  const words = useMessages().questionnaires.receipt
  const format = useFormat()
  if (!receipt) return null
  return (
    <Notice kind="success" title={words.title}>
      {anonymous && <p>{words.anonymous}</p>}
      {receipt.sentAt && <p>{words.at(format.date(receipt.sentAt))}</p>}
      {receipt.sha256 && (
        <p>
          {words.hash}: <code className={styles.hash}>{receipt.sha256}</code>
        </p>
      )}
      {receipt.mayChange && <Anchor href={`/questionnaires/${number}?again`}>{words.again}</Anchor>}
    </Notice>
  )
}
