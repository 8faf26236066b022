import type { BodyChart } from './body-chart.js';
import { BODY_REGIONS } from './body-regions.js';
import { drawnPlaces, placeAt, PLACES } from './places.js';

describe('a place on the body', () => {
  it('is the patient’s left or right, whichever way they face', () => {
    expect(placeAt('front', [0.63, 0.23])).toBe('shoulder.left');
    expect(placeAt('front', [0.37, 0.23])).toBe('shoulder.right');
    expect(placeAt('back', [0.63, 0.23])).toBe('shoulder.right');
    expect(placeAt('left', [0.495, 0.695])).toBe('knee.left');
    expect(placeAt('right', [0.505, 0.695])).toBe('knee.right');
    expect(placeAt('feet_top', [0.354, 0.175])).toBe('big_toe.left');
    expect(placeAt('feet_sole', [0.275, 0.83])).toBe('heel.right');
    expect(placeAt('hands_back', [0.742, 0.29])).toBe('middle_finger.right');
    expect(placeAt('hands_palm', [0.23, 0.64])).toBe('palm.right');
  });

  it('is called as a body region is, but for the parts of hands and feet', () => {
    const finer = PLACES.filter((place) => !(BODY_REGIONS as readonly string[]).includes(place));
    expect(new Set(finer.map((place) => place.split('.')[0]))).toEqual(
      new Set(
        ['big_toe', 'second_toe', 'third_toe', 'fourth_toe', 'little_toe', 'ball_of_foot', 'arch', 'heel'].concat([
          'thumb',
          'index_finger',
          'middle_finger',
          'ring_finger',
          'little_finger',
          'back_of_hand',
          'palm',
        ]),
      ),
    );
  });

  it('that a stroke crosses is named once', () => {
    const chart: BodyChart = {
      strokes: [
        {
          view: 'back',
          tool: 'pen',
          colour: 'red',
          width: 0.01,
          points: [
            [0.5, 0.16],
            [0.5, 0.17],
            [0.6, 0.23],
          ],
        },
      ],
      markers: [],
    };
    expect(drawnPlaces(chart, 'back')).toEqual(['neck', 'shoulder.right']);
    expect(drawnPlaces(chart, 'front')).toEqual([]);
  });
});
