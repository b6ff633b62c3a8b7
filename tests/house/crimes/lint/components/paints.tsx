export const Chip = () => <b style={{ color: 'red' }}>paused</b>
