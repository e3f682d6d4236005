import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './marks.module.css'
import type { conclusionPage } from './page.server.ts'

const tones = { agreed: 'green', dissented: 'amber', silent: 'slate', waiting: 'neutral' } as const

/** Who has answered to the text, and the next step of whoever looks. */
export function TextAgreement() {
  const { panel, text } = useLoaderData<typeof conclusionPage>()
  const { agreement: words, stages } = useMessages().conclusions
  const { hidden } = useMessages().panels.conclusion
  const format = useFormat()
  if (!text) return null
  const { edition, answers, waiting, stage, may, agreed } = text
  const path = `/panels/${panel.number}`
  return (
    <section aria-labelledby="text-agreement">
      <SectionHead title={words.title} id="text-agreement" />
      <Stack gap={3}>
        <p>
          <Tag>{stages[stage]}</Tag> {edition && words.sent(edition.number, format.day(edition.lastDay))}
        </p>
        {stage === 'agreement' && <p>{waiting > 0 ? words.waiting(waiting) : agreed && words.all}</p>}
        {answers.length > 0 && (
          <Table
            caption={words.title}
            hideCaption
            rows={answers}
            rowKey={({ person }) => person}
            columns={[
              { label: words.who, head: true, cell: ({ name, person }) => name ?? hidden(person) },
              {
                label: words.answer,
                cell: ({ answer, dissent }) => (
                  <>
                    <Tag tone={tones[answer]}>{words.answers[answer]}</Tag>
                    {dissent && <p className={styles.dissent}>{dissent}</p>}
                  </>
                ),
              },
            ]}
          />
        )}
        {may.send && <p className={styles.note}>{words.sendLead}</p>}
        {stage === 'agreement' && may.answer && <Notice title={words.yours}>{words.yoursText}</Notice>}
        <Row>
          {may.answer && (
            <LinkButton look="main" href={`${path}/answer`}>
              {words.yours}
            </LinkButton>
          )}
          {may.send && (
            <LinkButton look="main" href={`${path}/agreement`}>
              {words.send}
            </LinkButton>
          )}
          {may.open && (
            <LinkButton look="main" href={`${path}/opening`}>
              {words.openSigning}
            </LinkButton>
          )}
          {stage === 'signing' && (
            <LinkButton look="main" href={`${path}/signing`}>
              {words.toSigning}
            </LinkButton>
          )}
          {may.takeBack && <LinkButton href={`${path}/rewording`}>{words.takeBack}</LinkButton>}
        </Row>
        {edition && (
          <p className={styles.note}>
            {words.hash}: <code>{edition.sha256}</code>
          </p>
        )}
      </Stack>
    </section>
  )
}
