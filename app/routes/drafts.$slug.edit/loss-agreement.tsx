import { useState } from 'react'
import { agreed, agreementTo } from '#app/domain/reviews/texts/agreeing.ts'
import { Losses, type LossView } from '#app/routes/drafts.$slug/losses.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'

/** What the text would lose as it is typed; it is saved only when its writer agrees to that. */
export function LossAgreement({ losses, onAgree }: { losses: LossView[]; onAgree: () => void }) {
  const { reviewWork: words } = useMessages()
  const [agreement, agree] = useState('')
  if (losses.length === 0) return null
  const known = agreed(agreement, losses)
  return (
    <div role="status">
      <Notice kind="warn" title={words.lossTitle}>
        <Stack gap={2}>
          <Losses losses={losses} />
          <Checkbox
            name="agreed"
            label={words.lossAgree}
            hint={known ? undefined : words.lossWait}
            value={known ? agreement : agreementTo(losses)}
            checked={known}
            onChange={(event) => {
              agree(event.target.checked ? agreementTo(losses) : '')
              if (event.target.checked) onAgree()
            }}
          />
        </Stack>
      </Notice>
    </div>
  )
}
