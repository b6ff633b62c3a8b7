import type { Status } from '@/lib/ledger/status'

export const Chip = ({ status }: { status: Status }) => <b>{status}</b>
