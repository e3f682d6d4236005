import { useLoaderData } from '@remix-run/react'
import { ownStatements } from '#app/domain/experts/statements/checking.server.ts'
import { lifeOf } from '#app/domain/experts/statements/facts.server.ts'
import { statementKinds } from '#app/domain/experts/statements/kinds.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Given } from './given.tsx'
import { Kind } from './kind.tsx'
import styles from './papers.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const [life, given] = [await lifeOf(ctx, mine.actor.personId), await ownStatements(mine)]
  return {
    title: t.ownData.statements.title,
    listed: life.statuses.length > 0,
    engaged: life.engagements.length > 0,
    given,
  }
})

/** Papers on the own life in the registry: given at once, and what was given before. */
export default function OwnPapers() {
  const { listed, engaged, given } = useLoaderData<typeof loader>()
  const words = useMessages().ownData.statements
  return (
    <Stack gap={6}>
      <section className={styles.text}>
        <SectionHead title={words.title} />
        <p>{words.lead}</p>
        <ul className={styles.kinds}>
          {statementKinds.map((kind) => (
            <Kind key={kind} kind={kind} open={kind === 'participation' ? engaged : listed} />
          ))}
        </ul>
      </section>
      <section className={styles.text}>
        <SectionHead title={words.given} />
        <Given given={given} />
      </section>
    </Stack>
  )
}
