import { Form, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Forecast } from './forecast.tsx'
import type { panelPage } from './page.server.ts'
import styles from './panel.module.css'

/** Three ways over one list: best composition, lot, by hand. */
export function Ways() {
  const { panel, pool, announced } = useLoaderData<typeof panelPage>()
  const { work } = useMessages().panels
  const path = `/panels/${panel.number}`
  return (
    <section aria-labelledby="ways">
      <SectionHead title={work.ways} id="ways" />
      <p className={styles.lead}>{work.waysLead(pool.able, pool.conflicted)}</p>
      <Forecast />
      <div className={styles.ways}>
        <Way title={work.best} text={work.bestText}>
          <Form method="post" action={`${path}/best`}>
            <Button look={announced ? 'default' : 'main'}>{work.bestDo}</Button>
          </Form>
        </Way>
        {announced ? <Draw /> : <Announce />}
        <Way title={work.hand} text={work.handText}>
          <LinkButton href={`${path}/hand`}>{work.handDo}</LinkButton>
        </Way>
      </div>
    </section>
  )
}

function Way({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.way}>
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <div>{children}</div>
    </div>
  )
}

function Announce() {
  const { panel } = useLoaderData<typeof panelPage>()
  const { work } = useMessages().panels
  return (
    <Way title={work.lot} text={work.lotText}>
      <Form method="post" action={`/panels/${panel.number}/lot`}>
        <Stack gap={2}>
          <Field label={work.lotSource} hint={work.lotSourceHint} name="source" maxLength={300} required />
          <div>
            <Button>{work.lotAnnounce}</Button>
          </div>
        </Stack>
      </Form>
    </Way>
  )
}

function Draw() {
  const { panel, announced } = useLoaderData<typeof panelPage>()
  const { work } = useMessages().panels
  if (!announced) return null
  return (
    <Way title={work.lotAnnounced} text={work.lotAnnouncedText(announced.source)}>
      <Form method="post" action={`/panels/${panel.number}/draw`}>
        <Stack gap={2}>
          <p className={styles.hash}>
            {work.lotCommitment}: <code>{announced.commitment}</code>
          </p>
          <Field label={work.lotValue} name="publicValue" maxLength={200} required />
          <div>
            <Button look="main">{work.lotDraw}</Button>
          </div>
        </Stack>
      </Form>
    </Way>
  )
}
