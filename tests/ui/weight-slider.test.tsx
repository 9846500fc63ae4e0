import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { WEIGHT_WORDS, WeightSlider, weightWord } from '#ui/weight-slider.tsx';

describe('a weight slider', () => {
  it.each(WEIGHT_WORDS.map((word, weight) => [weight, word] as const))('says %i as “%s”', (weight, word) => {
    render(<WeightSlider label="Close to home" value={weight} onCommit={() => {}} />);
    expect(screen.getByRole('slider', { name: 'Close to home' })).toHaveAttribute('aria-valuetext', word);
    expect(screen.getByRole('status')).toHaveTextContent(word);
  });

  it('follows the thumb at once and commits when it is let go', () => {
    const [onSlide, onCommit] = [vi.fn(), vi.fn()];
    render(<WeightSlider label="Close to home" value={1} onSlide={onSlide} onCommit={onCommit} />);
    const slider = screen.getByRole('slider');
    fireEvent.input(slider, { target: { value: '4' } });
    expect(slider).toHaveAttribute('aria-valuetext', 'a lot');
    expect(onSlide.mock.calls).toEqual([[4]]);
    expect(onCommit).not.toHaveBeenCalled();
    fireEvent.change(slider);
    expect(onCommit.mock.calls).toEqual([[4]]);
  });

  it('takes the nearer end for a weight out of bounds', () => {
    expect([weightWord(-1), weightWord(9)]).toEqual(['leave out', 'most']);
  });
});
