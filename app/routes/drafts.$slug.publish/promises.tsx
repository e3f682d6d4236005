import { Anchor } from '#app/ui/anchor.tsx'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { FlagsView } from './flags.server.ts'
import type { Said } from './flags.tsx'
import styles from './publish.module.css'

type Promised = FlagsView['promises'][number]
const tones = { applied: 'green', changed: 'green', same: 'amber', lost: 'amber' } as const

/** Accepted remarks: what the text says about each now, and which of them this version answers. */
export function Promises({
  slug,
  promises,
  said,
}: {
  slug: string
  promises: readonly Promised[]
  said: Said
}) {
  const words = useMessages().revising.flags
  const kept = ({ state }: Promised) => state === 'applied' || state === 'changed'
  const open = promises.some((promise) => !kept(promise))
  return (
    <div className={styles.flag}>
      <Fieldset id="answers" legend={words.promises} hint={words.promisesText}>
        {[...promises.filter((promise) => !kept(promise)), ...promises.filter(kept)].map((promise) => (
          <Checkbox
            key={promise.id}
            name="answers"
            value={promise.id}
            defaultChecked={kept(promise)}
            label={<Line promise={promise} />}
            hint={<Hint slug={slug} promise={promise} />}
          />
        ))}
      </Fieldset>
      {open && (
        <TextArea
          name="unkeptReason"
          label={words.unkeptReason}
          hint={words.unkeptHint}
          error={said.unkeptReason?.errors}
          defaultValue={said.unkeptReason?.initialValue}
          rows={2}
        />
      )}
    </div>
  )
}

function Line({ promise: { remark, address, state } }: { promise: Promised }) {
  const words = useMessages().revising.flags
  return (
    <span className={styles.place}>
      №&nbsp;{remark.number}, {address} <Tag tone={tones[state]}>{words.states[state]}</Tag>
    </span>
  )
}

function Hint({ slug, promise: { remark } }: { slug: string; promise: Promised }) {
  const said = remark.body || remark.replacement || ''
  return (
    <Anchor href={`/drafts/${slug}/remarks/${remark.number}`}>
      {said.length > 160 ? `${said.slice(0, 160)}…` : said}
    </Anchor>
  )
}
