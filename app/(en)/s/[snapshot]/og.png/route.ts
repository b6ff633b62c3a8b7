import { picture, refusedPicture } from '@/app/image/answer'
import { previewOf } from '@/lib/drawing/drawing'
import { snapshotOf } from '@/lib/sharing/snapshots'

export const dynamic = 'force-dynamic'

/** The picture beside a link to a snapshot, drawn from its bytes alone; its id is part of it. */
export async function GET(request: Request, { params }: RouteContext<'/s/[snapshot]/og.png'>): Promise<Response> {
  const snapshot = await snapshotOf((await params).snapshot)
  if (!snapshot.ok) return refusedPicture(snapshot.refusal)
  const { id, payload } = snapshot.value
  return picture(request, await previewOf(payload, id), 'for-ever')
}
