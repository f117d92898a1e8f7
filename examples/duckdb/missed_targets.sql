-- Which counties fell short of what their budget planned to take in, and by how much.
-- Run where the folder `records` is, as examples/python/to_parquet.py and examples/spark/extract.py write it.
select area as county,
       year(period.end) as year,
       value as taken_in,
       completion.value as percent_of_plan,
       round(value * 100 / completion.value - value) as missing,
       source,
       span.begin as at
from read_parquet('records/indicator/*.parquet')
where indicator_id = 'budget_revenue_general_public'
  and status = 'actual'
  and completion.value < 100
  and period.begin = make_date(year(period.end), 1, 1)
  and period.end = make_date(year(period.end), 12, 31)
order by percent_of_plan, county, year;
