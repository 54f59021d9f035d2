import { calibratorFrom, IsotonicCalibration, PlattCalibration, TemperatureCalibration } from '@kindling/train';
import { describe, expect, it } from 'vitest';
import cases from '../values/train/calibration.json';

describe.each(cases)(
  'calibration of $scores.length scores',
  ({ scores, targets, grid, platt, isotonic, temperature }) => {
    it("is scikit-learn's isotonic regression", () => {
      const found = new IsotonicCalibration().fit(scores, targets);
      found.transform(grid).forEach((value, i) => {
        expect(Math.abs(value - isotonic[i]!)).toBeLessThan(1e-12);
      });
      expect(calibratorFrom(JSON.parse(JSON.stringify(found))).transform(grid)).toEqual(found.transform(grid));
    });

    it("is scikit-learn's sigmoid, which stops where its search is near enough", () => {
      const found = new PlattCalibration().fit(scores, targets);
      found.transform(grid).forEach((value, i) => {
        expect(Math.abs(value - platt[i]!)).toBeLessThan(2e-5);
      });
      expect(calibratorFrom(JSON.parse(JSON.stringify(found))).transform(grid)).toEqual(found.transform(grid));
    });

    it('finds the temperature of the smallest loss', () => {
      const found = new TemperatureCalibration().fit(scores, targets);
      expect(Math.abs(found.temperature / temperature - 1)).toBeLessThan(1e-6);
      expect(calibratorFrom(JSON.parse(JSON.stringify(found))).transform(grid)).toEqual(found.transform(grid));
    });
  },
);
